import { longestReason } from '../engine/decisions.ts';

/** A reason that a program gave, as data: one line without control characters and markup, no longer than a decision holds. */
export function plainReason(text: string): string {
  return text
    .replace(/<[^>]*>/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*_#<>[\]|\\]/g, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestReason)
    .toWellFormed();
}

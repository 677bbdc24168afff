import { lineStarts, positionAt } from '../content/position.ts';
import type { Site } from './types.ts';

/** A place of a page that names a label which changed. */
export interface NamedPlace {
  path: string;
  line: number;
  /** Folder of the locale; empty for the default one. */
  locale: string;
  language: string;
  /** The line, as it is written. */
  text: string;
  /** Whether a verb or noun of an interface makes it a label; else it is only set off from the text. */
  isLabel: boolean;
}

/** A label that changed, and where pages name it. */
export interface Impact {
  text: string;
  key: string;
  source: string;
  /** What the interface shows in its place; of what was removed, what may have come. */
  renamedTo: string | null;
  kind: 'renamed' | 'removed';
  places: NamedPlace[];
}

/** The places where pages name labels that the interface of the site has no more; the most named first. */
export function impactOn({ labels }: Site): Impact[] {
  const impacts = new Map<string, Impact>();
  const starts = new Map<string, number[]>();
  for (const { state, past, veto, page, reference } of labels) {
    if ((state !== 'renamed' && state !== 'removed') || veto !== '' || !past) continue;
    const id = `${past.catalogue}\n${past.text}`;
    let impact = impacts.get(id);
    if (!impact) impacts.set(id, (impact = { text: past.text, key: past.key, source: past.catalogue, renamedTo: past.renamedTo, kind: state, places: [] }));
    let lines = starts.get(page.path);
    if (!lines) starts.set(page.path, (lines = lineStarts(page.source)));
    const { line } = positionAt(lines, reference.range.start);
    const text = page.source.slice(lines[line - 1], lines[line]).trim();
    impact.places.push({ path: page.path, line, locale: page.locale, language: page.facts.language, text, isLabel: reference.cue !== 'none' });
  }
  return [...impacts.values()].sort((a, b) => b.places.length - a.places.length || (a.text < b.text ? -1 : 1));
}

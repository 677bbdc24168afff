import type { Grammar } from './lexicon/types.ts';
import type { Span } from './sentences.ts';

/** Everything that a phrase may be written with; see `src/text/lexicon/types.ts`. */
export const phraseSyntax = /^[\p{L}\p{M}\p{N} ()|?*…#'.,:%/&@-]+$/u;

/**
 * Letters, digits and the underscore of every script in ranges. `\b` knows ASCII only, with the flag `u` too; `\p{L}`
 * with the flags `iu` would be right, but each expression takes three to ten times as long to compile.
 */
export const letter = '[0-9A-Za-z_\\u00AA\\u00B5\\u00BA\\u00C0-\\u1FFF\\u2C00-\\u2DFF\\u3005-\\u3007\\u3031-\\uD7FF\\uF900-\\uFDFF\\uFE70-\\uFEFE\\uFF10-\\uFFDC]';

/** A compiled list of phrases. Letter case is ignored; expressions are made when they are first asked for. */
export class Phrases {
  readonly source: string;
  private readonly boundary: Grammar['boundary'];
  private readonly compiled = new Map<string, RegExp>();

  constructor(list: string[], boundary: Grammar['boundary']) {
    this.boundary = boundary;
    this.source = phrasesSource(list, boundary);
  }

  private expression(before: string, after = '', flags = 'i'): RegExp {
    const key = `${before}\n${after}\n${flags}`;
    let expression = this.compiled.get(key);
    if (!expression) {
      expression = new RegExp(`${before}${this.source}${after}`, flags);
      this.compiled.set(key, expression);
    }
    return expression;
  }

  /** Whether any of the phrases stands in the text. */
  isIn(text: string): boolean {
    return this.expression('').test(text);
  }

  /** The first match in the text. */
  find(text: string): Span | null {
    const match = this.expression('').exec(text);
    return match && { start: match.index, end: match.index + match[0].length };
  }

  /** All matches in the text, none inside another. */
  findAll(text: string): Span[] {
    return Array.from(text.matchAll(this.expression('', '', 'gi')), ({ index, 0: { length } }) => ({ start: index, end: index + length }));
  }

  /** Length of the match at the beginning of the text, spaces and opening marks in front of it included; 0 for none. */
  leads(text: string): number {
    return this.expression('^[\\s"“”(*_¿¡]*').exec(text)?.[0].length ?? 0;
  }

  /** Whether the text ends with one of the phrases; `gap` words (characters, without word boundaries) may follow it. */
  ends(text: string, gap = 0): boolean {
    const between = this.boundary === 'none' ? `.{0,${gap}}` : `(?:\\s+\\S+){0,${gap}}`;
    return this.expression('', `${between}\\s*$`).test(text);
  }

  /** Whether the text begins with one of the phrases, after `gap` words (characters) at most. */
  begins(text: string, gap = 0): boolean {
    return this.expression(this.boundary === 'none' ? `^.{0,${gap}}?` : `^\\s*(?:\\S+\\s+){0,${gap}}`).test(text);
  }

  /** Whether the text is one of the phrases. */
  is(text: string): boolean {
    return this.expression('^\\s*', '\\s*$').test(text);
  }
}

/** Source of a regular expression for a list of phrases, longest first; matches nothing for an empty list. */
export function phrasesSource(list: string[], boundary: Grammar['boundary']): string {
  if (list.length === 0) return '(?!)';
  const sources = [...list].sort((a, b) => b.length - a.length).map((phrase) => phraseSource(phrase, boundary));
  const choice = `(?:${sources.join('|')})`;
  return boundary === 'none' ? choice : `(?<!${letter})${choice}(?!${letter})`;
}

function phraseSource(phrase: string, boundary: Grammar['boundary']): string {
  return phrase.replace(/ … | \?| |…|[(*#'.]/g, (sign) => {
    switch (sign) {
      case ' … ':
        return '\\s+(?:\\S+\\s+){0,3}?';
      case ' ?':
        return '\\s*';
      case ' ':
        return '\\s+';
      case '…':
        return boundary === 'none' ? '[^\\s，。；、,.;!?！？]{0,8}?' : '\\S*\\s+(?:\\S+\\s+){0,3}?';
      case '(':
        return '(?:';
      case '*':
        return `${letter}*`;
      case '#':
        return '\\d[\\d.,]*';
      case "'":
        return "['’]";
      default:
        return '\\.';
    }
  });
}

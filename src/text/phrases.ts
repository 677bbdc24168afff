import type { Grammar } from './lexicon/types.ts';
import type { Span } from './sentences.ts';

/** Everything that a phrase may be written with; see `src/text/lexicon/types.ts`. */
export const phraseSyntax = /^[\p{L}\p{M}\p{N} ()|?*…#'.,:%/&@-]+$/u;

/**
 * Letters, digits and the underscore of every script in ranges. `\b` knows ASCII only, with the flag `u` too; `\p{L}`
 * with the flags `iu` would be right, but each expression takes three to ten times as long to compile. No space is in
 * them (U+1680 is one): where a letter may be a space too, an ending before a space can be tried in many ways.
 */
export const letter = '[0-9A-Za-z_\\u00AA\\u00B5\\u00BA\\u00C0-\\u167F\\u1681-\\u1FFF\\u2C00-\\u2DFF\\u3005-\\u3007\\u3031-\\uD7FF\\uF900-\\uFDFF\\uFE70-\\uFEFE\\uFF10-\\uFFDC]';

/** Characters in which a phrase at the beginning of a text ends; the rest of a long text is not searched for it. */
const leadReach = 200;

/**
 * A list of phrases to look up in texts, in any letter case. Expressions are made when they are first asked for, and
 * look at texts in lower case: those that ignore letter case take half as long again to compile.
 */
export class Phrases {
  private readonly source: string;
  private readonly boundary: Grammar['boundary'];
  /** Finds matches anywhere; asked for far more often than the rest. */
  private finder: RegExp | null = null;
  /** By what stands before and after the phrases. */
  private readonly compiled = new Map<string, RegExp>();

  constructor(list: string[], boundary: Grammar['boundary']) {
    this.boundary = boundary;
    this.source = phrasesSource(list.map(lowerCase), boundary);
  }

  /** Whether any of the phrases stands in the text. */
  isIn(text: string): boolean {
    return this.findFrom(text, 0) !== null;
  }

  /** The first match in the text. */
  find(text: string): Span | null {
    return this.findFrom(text, 0);
  }

  /** All matches in the text, none inside another. */
  findAll(text: string): Span[] {
    const matches: Span[] = [];
    for (let match = this.findFrom(text, 0); match; match = this.findFrom(text, match.end)) matches.push(match);
    return matches;
  }

  /** Length of the match at the beginning of the text, spaces and opening marks in front of it included; 0 for none. */
  leads(text: string): number {
    const beginning = text.slice(0, leadReach);
    const start = /^[\s"“”(*_¿¡]*/.exec(beginning)![0].length;
    const match = this.findFrom(beginning, start);
    return match?.start === start ? match.end : 0;
  }

  /** Whether the text ends with one of the phrases; `gap` words (characters, without word boundaries) may follow it. */
  ends(text: string, gap = 0): boolean {
    const between = this.boundary === 'none' ? `.{0,${gap}}` : `(?:\\s+\\S+){0,${gap}}`;
    return this.expression('', `${between}\\s*$`).test(inLowerCase(text));
  }

  /** Whether the text begins with one of the phrases, after `gap` words (characters) at most. */
  begins(text: string, gap = 0): boolean {
    return this.expression(this.boundary === 'none' ? `^.{0,${gap}}?` : `^\\s*(?:\\S+\\s+){0,${gap}}`).test(inLowerCase(text));
  }

  /** Whether the text is one of the phrases. */
  is(text: string): boolean {
    return this.expression('^\\s*', '\\s*$').test(inLowerCase(text));
  }

  /** The first match from an offset on; one expression for all, since compiling it takes as long as some hundred searches. */
  private findFrom(text: string, from: number): Span | null {
    this.finder ??= new RegExp(this.source, 'g');
    this.finder.lastIndex = from;
    const match = this.finder.exec(inLowerCase(text));
    return match && { start: match.index, end: match.index + match[0].length };
  }

  private expression(before: string, after = ''): RegExp {
    const key = `${before}\n${after}`;
    let expression = this.compiled.get(key);
    if (!expression) {
      expression = new RegExp(`${before}${this.source}${after}`);
      this.compiled.set(key, expression);
    }
    return expression;
  }
}

let lastText = '';
let lastLowered = '';

/** The text in lower case. Many lists are looked up in one text after another, so the last one is kept. */
function inLowerCase(text: string): string {
  if (text !== lastText) {
    lastText = text;
    lastLowered = lowerCase(text);
  }
  return lastLowered;
}

/** The text in lower case, each character at its old offset: some letters would become two, and stay as they are. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replace(/[^]/g, (unit) => (unit.toLowerCase().length === 1 ? unit.toLowerCase() : unit));
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
        return '\\s+(?:[^\\s,;:]+\\s+){0,3}?';
      case ' ?':
        return '\\s?';
      case ' ':
        return '\\s+';
      case '…':
        return boundary === 'none' ? '[^\\s，。；、,.;!?！？]{0,8}?' : '[^\\s,;:]*\\s+(?:[^\\s,;:]+\\s+){0,3}?';
      case '(':
        return '(?:';
      case '*':
        return `${letter}*`;
      case '#':
        return '\\d[\\d.,]{0,20}';
      case "'":
        return "['’]";
      default:
        return '\\.';
    }
  });
}

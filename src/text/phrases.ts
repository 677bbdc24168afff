import type { Grammar } from './lexicon/types.ts';

/** Everything that a phrase may be written with; see `src/text/lexicon/types.ts`. */
export const phraseSyntax = /^[\p{L}\p{M}\p{N} ()|?*…#'.,:%/&@-]+$/u;

/** A letter, mark, digit or underscore: what a word is made of. `\b` knows ASCII only, with the flag `u` too. */
const letter = '[\\p{L}\\p{M}\\p{N}_]';

/** Source of a regular expression for one phrase, without word boundaries. */
export function phraseSource(phrase: string, boundary: Grammar['boundary']): string {
  return phrase.replace(/ … | |…|[(*#'.]/g, (sign) => {
    switch (sign) {
      case ' … ':
        return '\\s+(?:\\S+\\s+){0,3}?';
      case ' ':
        return '\\s+';
      case '…':
        return boundary === 'none' ? '[^\\s，。；、,.;!?！？]{0,8}?' : '\\S*\\s+(?:\\S+\\s+){0,3}?';
      case '(':
        return '(?:';
      case '*':
        return '[\\p{L}\\p{M}]*';
      case '#':
        return '\\d[\\d.,]*';
      case "'":
        return "['’]";
      default:
        return '\\.';
    }
  });
}

/** One regular expression for a list of phrases, longest alternatives first; matches nothing for an empty list. */
export function phrasesPattern(phrases: string[], boundary: Grammar['boundary']): string {
  if (phrases.length === 0) return '(?!)';
  const sources = [...phrases].sort((a, b) => b.length - a.length).map((phrase) => phraseSource(phrase, boundary));
  const choice = `(?:${sources.join('|')})`;
  return boundary === 'none' ? choice : `(?<!${letter})${choice}(?!${letter})`;
}

/** Compiled list of phrases; `flags` beyond `iu` as needed (`g`, `y`). */
export function phrases(list: string[], boundary: Grammar['boundary'], flags = ''): RegExp {
  return new RegExp(phrasesPattern(list, boundary), `iu${flags}`);
}

/** Compiled list of phrases that match at the beginning of a text only. */
export function leadingPhrases(list: string[], boundary: Grammar['boundary']): RegExp {
  return new RegExp(`^[\\s"“”(*_]*${phrasesPattern(list, boundary)}`, 'iu');
}

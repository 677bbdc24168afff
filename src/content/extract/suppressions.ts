import type { Frontmatter } from '../frontmatter.ts';
import type { Range } from '../types.ts';

/** A comment that speaks to Waymark, without the marks around it (`waymark-disable link/broken -- the page comes in May`). */
export interface Directive {
  text: string;
  /** The whole comment in the source. */
  range: Range;
}

/** A writer's word that a rule does not count for a part of a page. */
export interface Suppression {
  /** The rule, as written; empty where none is named. */
  rule: string;
  /** Empty where none is given. */
  reason: string;
  /** The last day on which it counts, as written; empty for ever. */
  until: string;
  /** Where it is written. */
  range: Range;
  /** What it covers. */
  covers: Range;
  /** What was written in the place of a directive that exists; empty where it is one. */
  unknown: string;
  /** Whether it is one line that may go without leaving half of a pair behind. */
  single: boolean;
}

const nextLine = 'disable-next-line';
/** What a comment may say behind `waymark-`. */
export const directiveNames = [nextLine, 'disable', 'enable'];

/**
 * The directive that a comment is, or null.
 * @param comment its text: between the marks of HTML, or between the braces of MDX
 * @param from offset in the source where it begins at the earliest
 */
export function directiveOf(comment: string, source: string, from: number): Directive | null {
  const text = comment.replace(/^\/\*/, '').replace(/\*\/$/, '').trim();
  const at = text.startsWith('waymark-') ? source.indexOf(text, from) : -1;
  if (at < 0) return null;
  const end = at + text.length;
  const opening = /(?:<!--|\{\s*\/\*)\s*$/.exec(source.slice(Math.max(from, at - marksWidth), at))?.[0].length ?? 0;
  const closing = /^\s*(?:-->|\*\/\s*\})/.exec(source.slice(end, end + marksWidth))?.[0].length ?? 0;
  return { text, range: { start: at - opening, end: end + closing } };
}

/** Characters in which the marks around a comment are looked for. */
const marksWidth = 16;

/** The suppressions of a page: of its comments, and of the key `waymark` in its frontmatter. */
export function suppressionsOf(directives: Directive[], frontmatter: Frontmatter, front: { source: string; offset: number } | null, source: string): Suppression[] {
  return [...(front ? fromFrontmatter(frontmatter, front, source) : []), ...fromComments(directives, source)];
}

function fromComments(directives: Directive[], source: string): Suppression[] {
  const found: Suppression[] = [];
  let open: Suppression[] = [];
  for (const { text, range } of directives) {
    const [, name = '', rest = ''] = /^waymark-(\S*)([^]*)$/.exec(text)!;
    const dashes = rest.search(/\s--\s/);
    const head = dashes < 0 ? rest : rest.slice(0, dashes);
    const reason = dashes < 0 ? '' : rest.slice(dashes + ' -- '.length);
    const words = head.split(/[\s,]+/).filter(Boolean);
    const until = words.find((word) => word.startsWith('until='))?.slice('until='.length) ?? '';
    const rules = words.filter((word) => !word.startsWith('until='));
    const made = (rule: string, covers: Range, unknown = ''): Suppression => ({ rule, reason: reason.trim(), until, range, covers, unknown, single: name === nextLine && rules.length < 2 });
    if (name === 'enable') {
      const closed = open.filter(({ rule }) => rules.length === 0 || rules.includes(rule));
      for (const suppression of closed) suppression.covers.end = range.start;
      open = open.filter((suppression) => !closed.includes(suppression));
      continue;
    }
    if (!directiveNames.includes(name)) {
      found.push(made('', { start: range.end, end: range.end }, name));
      continue;
    }
    for (const rule of rules.length > 0 ? rules : ['']) {
      const suppression = made(rule, name === nextLine ? lineAfter(source, range.end) : { start: range.end, end: source.length });
      found.push(suppression);
      if (name === 'disable') open.push(suppression);
    }
  }
  return found;
}

/** Whether a line holds nothing to find fault with: it is empty, another comment, or the one under the head of a table. */
function isPassedOver(line: string): boolean {
  const text = line.replace(/^[\s>]+/, '').trimEnd();
  return /^[|:\s-]*$/.test(text) || (text.startsWith('<!--') && text.indexOf('-->') === text.length - 3) || (text.startsWith('{/*') && text.indexOf('*/}') === text.length - 3);
}

/** The next line with text, since formatters put an empty one below a comment. */
function lineAfter(source: string, from: number): Range {
  for (let start = source.indexOf('\n', from) + 1; start > 0; ) {
    const newline = source.indexOf('\n', start);
    const end = newline < 0 ? source.length : newline;
    if (!isPassedOver(source.slice(start, end))) return { start, end };
    start = newline + 1;
  }
  return { start: source.length, end: source.length };
}

function fromFrontmatter({ waymark }: Frontmatter, front: { source: string; offset: number }, source: string): Suppression[] {
  let from = Math.max(0, front.source.search(/^["']?waymark\b/m));
  return (waymark?.disable ?? []).map(({ rule, reason = '', until = '' }) => {
    // YAML gives values no place; the rules are looked up in order.
    const found = front.source.indexOf(rule, from);
    const start = front.offset + Math.max(from, found);
    from = found < 0 ? from : found + rule.length;
    return { rule, reason: reason.trim(), until, range: { start, end: start + (found < 0 ? 'waymark'.length : rule.length) }, covers: { start: 0, end: source.length }, unknown: '', single: false };
  });
}

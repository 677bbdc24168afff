import type { Range } from '../types.ts';
import type { Block, Span } from './blocks.ts';
import { labelIn } from './label-text.ts';

/** How a label is set off from the text around it; `ui` says that it is one. */
export type Markup = 'bold' | 'code' | 'quote' | 'italic' | 'link' | 'ui' | 'plain';

/** A piece of text that is set off from the prose as a label may be; offsets in the block's text. */
export interface Mark extends Range {
  text: string;
  markup: Markup;
  /** The piece with its quotation marks, icon and markup: what the words before and after it border on. */
  outer: Range;
  /** Address, where the piece is or holds a link. */
  target: string;
  /** What stands between the previous mark and this one: an arrow of a menu path, or anything else. */
  arrow: '' | '>' | '→';
}

const mayHoldMarks = /["“„«»「『›>→➔➜]|(?:^|[\s(])[‘']\p{Lu}/u;

/** Everything in a block that is set off as a label may be, in order, without overlaps. */
export function marksOf(block: Block): Mark[] {
  const { text, spans } = block;
  if (spans.length === 0 && !mayHoldMarks.test(text)) return [];
  const marks: Mark[] = [];
  addSpans(block, marks);
  addQuotes(block, marks);
  if (anyArrow.test(text)) {
    addPlainPaths(text, marks);
    markArrows(text, marks);
  }
  return marks;
}

const markupOf: Record<Span['kind'], Markup | null> = { strong: 'bold', code: 'code', emphasis: 'italic', link: 'link', image: null, ui: 'ui' };

/** Outermost inline markup that reads as a label or a path; where it does not, what is inside of it may. */
function addSpans({ text, spans }: Block, marks: Mark[]): void {
  const ordered = spans.length > 1 ? [...spans].sort((a, b) => a.start - b.start || b.end - a.end || Number(a.kind === 'code') - Number(b.kind === 'code')) : spans;
  let covered = 0;
  for (const span of ordered) {
    const markup = markupOf[span.kind];
    if (!markup || span.start < covered) continue;
    const found = marksIn(text, span, markup);
    if (found.length === 0) continue;
    const target = targetOf(span, spans);
    for (const mark of found) mark.target = target;
    marks.push(...found);
    covered = span.end;
  }
}

/** Address of the link that a span is, is in, or holds. */
function targetOf(span: Span, spans: Span[]): string {
  const link = spans.find(({ kind, start, end }) => kind === 'link' && ((start <= span.start && end >= span.end) || (start >= span.start && end <= span.end)));
  return link?.target ?? '';
}

const arrowInside = /\s*(?:→|➔|➜|»|›|▸|⟶|\s>|\s->)\s+|\s*[→»›]\s*/gu;

const anyArrow = /[>→➔➜»›▸⟶]/;

/** What every text with a menu path has: an arrow with something before it. */
export const mayHoldPath = /\S\s*[>→➔➜»›▸⟶]/;

function singleMark(text: string, outer: Range, piece: string, markup: Markup): Mark[] {
  const label = labelIn(piece);
  if (!label) return [];
  const start = outer.start + label.start;
  const end = outer.start + label.end;
  return [{ start, end, text: text.slice(start, end), markup, outer: { start: outer.start, end: outer.end }, target: '', arrow: '' }];
}

/** A setting with its value, or a bracket that another line closes. */
const codeLine = /:\s|[[({]$/;

/** The label of a piece of text, or the labels of the menu path that it is. */
function marksIn(text: string, range: Range, markup: Markup): Mark[] {
  const piece = text.slice(range.start, range.end);
  if (markup === 'code' && codeLine.test(piece)) return [];
  if (!anyArrow.test(piece)) return singleMark(text, range, piece, markup);
  const ends: { at: number; next: number; arrow: Mark['arrow'] }[] = [];
  for (const found of piece.matchAll(arrowInside)) {
    if (found.index > 0 && found.index + found[0].length < piece.length) {
      ends.push({ at: found.index, next: found.index + found[0].length, arrow: found[0].includes('>') ? '>' : '→' });
    }
  }
  const marks: Mark[] = [];
  let from = 0;
  let arrow: Mark['arrow'] = '';
  for (const end of [...ends, { at: piece.length, next: piece.length, arrow: '' as const }]) {
    const label = labelIn(piece.slice(from, end.at));
    if (!label) return [];
    const start = range.start + from + label.start;
    const stop = range.start + from + label.end;
    const outer = { start: range.start + from, end: range.start + end.at };
    marks.push({ start, end: stop, text: text.slice(start, stop), markup, outer, target: '', arrow });
    from = end.next;
    arrow = end.arrow;
  }
  return marks;
}

const anyQuote = /["“„«「『‘']/;

const quoted = /“([^“”]{1,80})”|„([^„“”]{1,80})[“”]|«([^«»]{1,80})»|「([^「」]{1,40})」|『([^『』]{1,40})』|(?<![\p{L}\p{N}"=])"([^"]{1,80})"(?!\p{L})|(?<![\p{L}\p{N}])‘([^‘’]{1,60})’(?!\p{L})|(?<![\p{L}\p{N}'])'(\p{Lu}[^'\n]{0,60})'(?![\p{L}'])/gu;

function addQuotes({ text, spans }: Block, marks: Mark[]): void {
  if (!anyQuote.test(text)) return;
  const marked = marks.length;
  for (const found of text.matchAll(quoted)) {
    const outer = { start: found.index, end: found.index + found[0].length };
    if (marks.some((mark) => overlap(mark.outer, outer))) continue;
    if (spans.some((span) => span.kind === 'code' && overlap(span, outer))) continue;
    for (const mark of marksIn(text, { start: outer.start + 1, end: outer.end - 1 }, 'quote')) {
      marks.push({ ...mark, outer: { start: mark.outer.start - 1, end: mark.outer.end + 1 } });
    }
  }
  if (marks.length > marked) marks.sort((a, b) => a.start - b.start);
}

function overlap(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

const capitalised = "[\\p{Lu}\\d][\\p{L}\\p{M}\\p{N}&'’/+-]*(?:\\.[\\p{L}\\p{N}]+)?";
const phrase = `${capitalised}(?: (?:(?:of|and|the|to|for|in|on|a|&|with|your|by|de|la|und) )?${capitalised}){0,5}`;
const plainPath = new RegExp(`${phrase}(?: ?(?:→|➔|➜|»|›|⟶) ?${phrase}| (?:>|->) ${phrase})+`, 'gu');

/** Menu paths in plain text: capitalised words joined by arrows. */
function addPlainPaths(text: string, marks: Mark[]): void {
  if (!hasPlainArrow(text, marks)) return;
  const marked = marks.length;
  for (const found of text.matchAll(plainPath)) {
    const outer = { start: found.index, end: found.index + found[0].length };
    if (marks.slice(0, marked).some((mark) => overlap(mark.outer, outer))) continue;
    marks.push(...marksIn(text, outer, 'plain'));
  }
  if (marks.length > marked) marks.sort((a, b) => a.start - b.start);
}

const plainPhrase = new RegExp(`(?<=[\\p{L},] )${phrase.replace('{0,5}', '{1,5}')}`, 'gu');

/** What a bracket behind a word holds: "the gear icon (Account settings)". */
const bracketed = /(?<=\p{L} \()\p{Lu}[^()"“”]{1,50}(?=\))/gu;

/** Two words with capitals near each other: few blocks have them, and the pattern above is slow. */
const mayHoldPhrases = /[a-z,] [A-ZÀ-Þ]\S* (?:\S{1,4} )?[A-ZÀ-Þ]/;

/** Capitalised words in a row, and words in brackets, that nothing sets off: only what stands beside them can make them a label. */
export function plainPhrases({ text, kind, spans }: Block): Mark[] {
  if (kind === 'heading' || kind === 'attribute') return [];
  const found = [...(mayHoldPhrases.test(text) ? text.matchAll(plainPhrase) : []), ...(text.includes(' (') ? text.matchAll(bracketed) : [])];
  const marks: Mark[] = [];
  for (const { index, 0: words } of found) {
    const outer = { start: index, end: index + words.length };
    if (!spans.some((span) => overlap(span, outer)) && !marks.some((mark) => overlap(mark.outer, outer))) marks.push(...singleMark(text, outer, words, 'plain'));
  }
  return marks;
}

/** Whether an arrow stands elsewhere than inside of marks and between two of them. */
function hasPlainArrow(text: string, marks: Mark[]): boolean {
  for (const { index } of text.matchAll(/[>→➔➜»›⟶]/g)) {
    const inside = marks.some(({ outer }) => outer.start <= index && index < outer.end);
    const between = marks.some(({ outer }) => outer.end <= index && index - outer.end <= 2) && marks.some(({ outer }) => outer.start > index && outer.start - index <= 2);
    if (!inside && !between) return true;
  }
  return false;
}

const arrowBetween = /^\s*(?:→|➔|➜|»|›|▸|⟶|>|->)\s*$/u;

function markArrows(text: string, marks: Mark[]): void {
  for (let index = 1; index < marks.length; index++) {
    const mark = marks[index]!;
    const between = text.slice(marks[index - 1]!.outer.end, mark.outer.start);
    if (mark.arrow === '' && arrowBetween.test(between)) mark.arrow = between.includes('>') ? '>' : '→';
  }
}

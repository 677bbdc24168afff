// What a decision was made of, in a form in which a mended typo is no change.
import { createHash } from 'node:crypto';
import { distance } from 'fastest-levenshtein';
import { blockFields } from '../content/extract/words.ts';
import { offsetAt } from '../content/position.ts';
import type { Page, Range } from '../content/types.ts';
import { scramble } from '../site/topics/shingles.ts';
import type { Site } from '../site/types.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Finding, LineIndex, Member } from './finding.ts';

/** Characters of a text that are kept; a longer passage is told by its beginning. */
const longestText = 400;
/** Bins of a page's sketch. */
const bins = 64;
/** Words in a sequence: a changed word takes three of them along, and a short page has not many. */
const width = 3;
/** Part of a page's sequences that must differ for it to be another page. */
const changedShare = 0.2;

/**
 * What somebody judges who judges some places of a finding: pages as a whole where the finding stands on their titles,
 * for a label what the interface map says of it, and else the sentences.
 */
export function judgedOf(finding: Finding, places: readonly Member[], site: Site, lines: LineIndex): string {
  if (finding.rule.startsWith('ui/')) return `label ${normal(finding.message).slice(0, longestText)}`;
  const pages = places.map((place) => wholePage(place, site, lines));
  if (pages.every((page) => page !== null)) return `page ${pages.map(stateOf).join(' ')}`;
  const texts = places.map((place) => normal(textAt(place, site, lines)));
  return `text ${[...new Set(texts)].join(' / ').slice(0, longestText)}`;
}

/** Whether what was judged is still the same, but for a mended typo. */
export function isStill(judged: string, now: string): boolean {
  if (judged === now) return true;
  const [kind, ...then] = judged.split(' ');
  const [kindNow, ...today] = now.split(' ');
  if (kind !== kindNow) return false;
  if (kind === 'text') return areTypos(then, today);
  // Two pages of a pair change places when one is renamed.
  return kind === 'page' && then.length === today.length && [today, today.toReversed()].some((states) => then.every((state, index) => isSamePage(state, states[index]!)));
}

/** The page whose title a place is; null where it is another place. */
function wholePage(place: Member, { byPath }: Site, lines: LineIndex): Page | null {
  const page = byPath.get(place.path);
  if (!page) return null;
  const { start, end } = rangeOf(place, page, lines);
  return start === page.facts.titleRange.start && end === page.facts.titleRange.end ? page : null;
}

function rangeOf({ line, column, endLine, endColumn }: Member, page: Page, lines: LineIndex): Range {
  const starts = lines(page);
  return { start: offsetAt(starts, { line, column }), end: offsetAt(starts, { line: endLine, column: endColumn }) };
}

const states = new WeakMap<Page, string>();

/** Hash of title and headings, and a sketch of the text. */
function stateOf(page: Page): string {
  let state = states.get(page);
  if (state === undefined) {
    const names = [page.facts.title, ...page.facts.headings.map(({ text }) => text)].map(normal).join('\n');
    state = `${createHash('sha256').update(names).digest('hex').slice(0, 8)}:${sketchOf(page.words).toString('base64url')}`;
    states.set(page, state);
  }
  return state;
}

/**
 * The least hash of each bin, eight bits of it; 0 for a bin without one (one permutation hashing: Li, Owen and Zhang 2012;
 * few bits of it: Li and König 2010). The share of bins that are equal estimates the sequences that two texts have in common.
 */
function sketchOf(words: Uint32Array): Buffer {
  const least = new Uint32Array(bins).fill(0xffffffff);
  for (let at = 0; at + width <= words.length; at++) {
    let hash = 0;
    for (let word = at; word < at + width; word++) hash = scramble(hash ^ words[word]!) >>> 0;
    const bin = hash % bins;
    least[bin] = Math.min(least[bin]!, Math.floor(hash / bins));
  }
  return Buffer.from(Array.from(least, (hash) => (hash === 0xffffffff ? 0 : (hash % 255) + 1)));
}

function isSamePage(then: string, now: string): boolean {
  const [names, sketch = ''] = then.split(':');
  const [namesNow, sketchNow = ''] = now.split(':');
  if (names !== namesNow) return false;
  const [one, other] = [Buffer.from(sketch, 'base64url'), Buffer.from(sketchNow, 'base64url')];
  let either = 0;
  let both = 0;
  for (let bin = 0; bin < bins; bin++) {
    if (!one[bin] && !other[bin]) continue;
    either++;
    if (one[bin] === other[bin]) both++;
  }
  const jaccard = either === 0 ? 1 : both / either;
  return (1 - jaccard) / (1 + jaccard) <= changedShare;
}

/** The sentences that a place touches: of the block that it stands in, else of its lines. */
function textAt(place: Member, { byPath }: Site, lines: LineIndex): string {
  const page = byPath.get(place.path);
  if (!page) return '';
  const starts = lines(page);
  const { start, end } = rangeOf(place, page, lines);
  const around = blockAt(page, start) ?? { start: starts[place.line - 1]!, end: starts[place.endLine] ?? page.source.length };
  const text = page.source.slice(around.start, around.end);
  const touched = splitSentences(text, page.facts.language, new Set()).filter((span) => around.start + span.start < Math.max(end, start + 1) && around.start + span.end > start);
  return touched.map((span) => text.slice(span.start, span.end)).join(' ');
}

/** The block of prose that holds an offset; null where none does, as in frontmatter. */
export function blockAt({ blocks }: Page, offset: number): Range | null {
  for (let at = 0; at < blocks.length; at += blockFields) {
    if (blocks[at + 1]! <= offset && offset < blocks[at + 2]!) return { start: blocks[at + 1]!, end: blocks[at + 2]! };
  }
  return null;
}

/** Words in small letters; targets of links are no words. */
function normal(text: string): string {
  return (text.replace(/\]\([^)]*\)/g, ']').normalize('NFKC').toLowerCase().replace(/['’]/g, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ');
}

/** Whether two texts have the same words, in whatever order, but for mended typos. */
export function differInTyposOnly(one: string, other: string): boolean {
  return Math.abs(one.length - other.length) <= one.length / 5 && areTypos(normal(one).split(' ').sort(), normal(other).split(' ').sort());
}

/** What two texts have in common that differ in typos only: as many words, with the same first letters. */
export function typoKey(text: string): string {
  return normal(text).split(' ').map((word) => word.slice(0, 1)).sort().join('');
}

/** As many words, one in five of them mended at most. */
function areTypos(then: string[], now: string[]): boolean {
  const mended = then.filter((word, index) => word !== now[index]).length;
  return then.length === now.length && mended <= Math.max(1, then.length / 5) && then.every((word, index) => word === now[index] || isTypo(word, now[index]!));
}

/** One letter of a longer word is missing, too much, another, or two have changed places; the first one stays. */
function isTypo(word: string, other: string): boolean {
  if (Math.min(word.length, other.length) < 5 || word[0] !== other[0] || /\p{N}/u.test(word + other)) return false;
  return distance(word, other) === 1 || isSwapped(word, other);
}

function isSwapped(word: string, other: string): boolean {
  const at = [...word].findIndex((letter, index) => letter !== other[index]);
  return word.length === other.length && word[at] === other[at + 1] && word[at + 1] === other[at] && word.slice(at + 2) === other.slice(at + 2);
}

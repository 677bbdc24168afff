import type { Entry } from './catalogue/entries.ts';
import type { RenamedBy } from './types.ts';

/**
 * What became of one text from one version of an interface to the next. `renamed`: another text came in its place;
 * `moved`: its key went, and it stands under a new one; `removed`: it went; `added`: it came.
 */
export interface Change {
  kind: 'renamed' | 'moved' | 'removed' | 'added';
  key: string;
  /** The text that was; of what was added, the one that is. */
  text: string;
  /** The text that came in its place; of what was removed, one that may have. */
  to: string | null;
  /** The key that has it now, where that is another. */
  toKey: string | null;
  /** How the new text is known; null where there is none. */
  by: RenamedBy | null;
}

/** Tells what changed from one version of a source to the next, in the order of the earlier, additions last. */
export function changesBetween(before: Entry[], after: Entry[]): Change[] {
  const now = new Map(after.map((entry) => [entry.key, entry]));
  const was = new Map(before.map((entry) => [entry.key, entry]));
  const gone = before.filter(({ key }) => !now.has(key));
  const came = after.filter(({ key }) => !was.has(key));
  const present = new Set(after.flatMap(({ texts }) => texts));
  const replaced = replacementsOf(gone, came, before, after);
  const changes: Change[] = [];
  for (const entry of before) {
    const kept = now.get(entry.key);
    if (kept) {
      changes.push(...rewordings(entry, kept));
      continue;
    }
    const replacement = replaced.get(entry);
    const by = replacement?.by ?? null;
    if (replacement && by === null) {
      changes.push({ kind: 'moved', key: entry.key, text: entry.texts[0] ?? '', to: null, toKey: replacement.entry.key, by: null });
      continue;
    }
    for (const [form, text] of entry.texts.entries()) {
      if (present.has(text)) continue;
      const to = replacement ? textInPlace(entry, replacement.entry, form) : null;
      const kind = by === 'place' || by === 'neighbours' ? 'renamed' : 'removed';
      changes.push({ kind, key: entry.key, text, to, toKey: replacement?.entry.key ?? null, by });
    }
  }
  const newKeys = new Set(changes.map(({ toKey }) => toKey));
  const known = new Set(before.flatMap(({ texts }) => texts));
  for (const { key, texts } of came) {
    if (newKeys.has(key)) continue;
    for (const text of texts) if (!known.has(text)) changes.push({ kind: 'added', key, text, to: null, toKey: null, by: null });
  }
  return changes;
}

/** The texts of a key that stayed and are others now. */
function rewordings(before: Entry, after: Entry): Change[] {
  const changes: Change[] = [];
  for (const [form, text] of before.texts.entries()) {
    if (text === after.texts[form] || after.texts.includes(text)) continue;
    changes.push({ kind: 'renamed', key: before.key, text, to: textInPlace(before, after, form), toKey: null, by: 'key' });
  }
  return changes;
}

/** The plural form that answers to one before. */
function textInPlace(before: Pick<Entry, 'texts'>, after: Pick<Entry, 'texts'>, form: number): string | null {
  return (after.texts.length === before.texts.length ? after.texts[form] : after.texts[0]) ?? null;
}

interface Replacement {
  entry: Entry;
  /** Null where the text is the same, and only its key another. */
  by: Exclude<RenamedBy, 'key'> | null;
}

/** What came in the place of keys that went: the same text, else a text at the same place, else one between the same neighbours. */
function replacementsOf(gone: Entry[], came: Entry[], before: Entry[], after: Entry[]): Map<Entry, Replacement> {
  const found = new Map<Entry, Replacement>();
  if (gone.length === 0 || came.length === 0) return found;
  for (const [entry, target] of movedKeys(gone, came)) found.set(entry, { entry: target, by: null });
  const taken = new Set(Array.from(found.values(), ({ entry }) => entry));
  const left = gone.filter((entry) => !found.has(entry));
  const free = came.filter((entry) => !taken.has(entry));
  const goneAt = byPlace(left);
  const cameAt = byPlace(free.filter(({ texts }) => (texts[0]?.length ?? 0) <= 2 * longestLabel));
  const gaps = gapsOf(left, free, before, after);
  for (const entry of left) {
    if ((entry.texts[0]?.length ?? Infinity) > longestLabel) continue;
    const replacement = atPlace(entry, goneAt, cameAt) ?? gaps.get(entry);
    if (replacement) found.set(entry, replacement);
  }
  return found;
}

/** A key that went while another with the same text came: of several, the one whose key is most alike. */
function movedKeys(gone: Entry[], came: Entry[]): Map<Entry, Entry> {
  const byText = new Map<string, Entry[]>();
  for (const entry of came) {
    const text = entry.texts.join('\n');
    const same = byText.get(text);
    if (same) same.push(entry);
    else byText.set(text, [entry]);
  }
  const moved = new Map<Entry, Entry>();
  const taken = new Set<Entry>();
  for (const entry of gone) {
    const free = (byText.get(entry.texts.join('\n')) ?? []).filter((candidate) => !taken.has(candidate));
    const [best] = free.sort((a, b) => sharedSegments(b.key, entry.key) - sharedSegments(a.key, entry.key));
    if (!best) continue;
    taken.add(best);
    moved.set(entry, best);
  }
  return moved;
}

/** `a.settings.save` and `b.settings.save` share two, `Send` and `menu\u0004Send` one. */
function sharedSegments(a: string, b: string): number {
  const segments = new Set(segmentsOf(a));
  return segmentsOf(b).filter((segment) => segments.has(segment)).length;
}

function segmentsOf(key: string): string[] {
  return key.split('\u0004').flatMap((part) => part.split('.'));
}

function byPlace(entries: Entry[]): Map<string, Entry[]> {
  const places = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const place of entry.files) {
      const at = places.get(place);
      if (at) at.push(entry);
      else places.set(place, [entry]);
    }
  }
  return places;
}

function atPlace(entry: Entry, goneAt: Map<string, Entry[]>, cameAt: Map<string, Entry[]>): Replacement | null {
  const candidates = new Set<Entry>();
  for (const place of entry.files) {
    const came = cameAt.get(place) ?? [];
    if (came.length === 1 && goneAt.get(place)?.length === 1 && isRewording(entry, came[0]!)) return { entry: came[0]!, by: 'place' };
    for (const candidate of came) candidates.add(candidate);
  }
  let best: Entry | null = null;
  let bestLikeness = 0;
  for (const candidate of candidates) {
    const likeness = sharedWords(entry, candidate);
    if (likeness > bestLikeness) {
      bestLikeness = likeness;
      best = candidate;
    }
  }
  return best && bestLikeness >= leastLikeness ? { entry: best, by: 'likeness' } : null;
}

/** Where one key went and one came between the same two keys that stayed, and the two are like each other. */
function gapsOf(gone: Entry[], came: Entry[], before: Entry[], after: Entry[]): Map<Entry, Replacement> {
  const gaps = new Map<string, { gone: Entry[]; came: Entry[] }>();
  // Where the place in the source is known, it tells more than the order of a file that a program sorts.
  fillGaps(gaps, 'gone', new Set(gone.filter(({ files }) => files.length === 0)), before);
  fillGaps(gaps, 'came', new Set(came.filter(({ files }) => files.length === 0)), after);
  const found = new Map<Entry, Replacement>();
  for (const gap of gaps.values()) {
    const [entry, other] = [gap.gone[0], gap.came[0]];
    if (!entry || !other || gap.gone.length > 1 || gap.came.length > 1) continue;
    if (isRewording(entry, other) || lastSegment(entry.key) === lastSegment(other.key)) found.set(entry, { entry: other, by: 'neighbours' });
  }
  return found;
}

function fillGaps(gaps: Map<string, { gone: Entry[]; came: Entry[] }>, kind: 'gone' | 'came', changed: Set<Entry>, entries: Entry[]): void {
  let open: Entry[] = [];
  let last = '';
  const close = (next: string): void => {
    if (open.length > 0) {
      const key = `${last}\n${next}`;
      const gap = gaps.get(key) ?? { gone: [], came: [] };
      gap[kind].push(...open);
      gaps.set(key, gap);
      open = [];
    }
    last = next;
  };
  for (const entry of entries) {
    if (changed.has(entry)) open.push(entry);
    else close(entry.key);
  }
  close('');
}

function lastSegment(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1);
}

/** Characters; what is longer is a sentence, and no page names a sentence of the interface. */
const longestLabel = 60;

/** A third of the words of both: below that, two texts of one file are two texts. */
const leastLikeness = 1 / 3;

/** One file of source code has many texts, so a place alone proves little: a word must stay, and a label stay a label. */
function isRewording(a: Entry, b: Entry): boolean {
  const [short, long] = [a.texts[0]?.length ?? 0, b.texts[0]?.length ?? 0].sort((x, y) => x - y);
  return long! <= 20 + 2 * short! && sharedWords(a, b) > 0;
}

/** Shared words over all words (Jaccard), letter case aside: 0 to 1. */
function sharedWords(a: Entry, b: Entry): number {
  const first = wordsOf(a);
  const second = wordsOf(b);
  let shared = 0;
  for (const word of first) if (second.has(word)) shared++;
  return shared === 0 ? 0 : shared / (first.size + second.size - shared);
}

/** An entry is compared with every one that came or went at its places. */
const knownWords = new WeakMap<Entry, Set<string>>();

function wordsOf(entry: Entry): Set<string> {
  const known = knownWords.get(entry);
  if (known) return known;
  const words = new Set(entry.texts[0]?.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  knownWords.set(entry, words);
  return words;
}

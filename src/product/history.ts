import type { Catalogue, Message } from './catalogue/types.ts';
import { seenTexts } from './catalogue/message.ts';
import type { PastLabel } from './types.ts';

/**
 * The texts that earlier versions had and today's has not, each with what became of it.
 * @param versions earlier versions, oldest first
 * @param others today's other catalogues of the language, which may have keys that went from this one
 */
export function pastLabels(versions: Catalogue[], today: Catalogue, others: Catalogue[]): PastLabel[] {
  const current = new Map([...others, today].flatMap(({ messages }) => messages).map((message) => [message.key, message]));
  const present = new Set(today.messages.flatMap(({ texts }) => texts));
  const past = new Map<string, PastLabel>();
  versions.forEach((version, index) => {
    const replaced = version.keyedByText ? replacements(version, versions[index + 1] ?? today) : null;
    for (const message of version.messages) {
      message.texts.forEach((raw, form) => {
        if (present.has(raw)) return;
        const now = current.get(message.key);
        const byPlace = now ? null : (replaced?.get(message.key) ?? null);
        const rawNew = now ? (now.texts[form] ?? now.texts[0]!) : byPlace?.text;
        const newTexts = rawNew === undefined ? [] : seenTexts(rawNew).whole;
        const { whole } = seenTexts(raw);
        whole.forEach((text, branch) => {
          const id = `${message.key}\u0000${text}`;
          const earlier = past.get(id);
          const renamedTo = newTexts.length === whole.length ? newTexts[branch]! : (newTexts[0] ?? null);
          const renamedBy = now ? 'key' : (byPlace?.by ?? null);
          past.set(id, {
            text,
            key: message.key,
            catalogue: today.path,
            inner: false,
            lastSeen: version.path,
            renamedTo: renamedTo ?? earlier?.renamedTo ?? null,
            renamedBy: renamedBy ?? earlier?.renamedBy ?? null,
          });
        });
      });
    }
  });
  return followed([...past.values()]);
}

interface Replacement {
  text: string;
  by: 'place' | 'likeness';
}

/** Where the text is the key, its place in the source code tells what came instead between two versions. */
function replacements(before: Catalogue, after: Catalogue): Map<string, Replacement> {
  const keysBefore = new Set(before.messages.map(({ key }) => key));
  const keysAfter = new Set(after.messages.map(({ key }) => key));
  const gone = before.messages.filter(({ key }) => !keysAfter.has(key));
  const goneAt = byPlace(gone);
  const cameAt = byPlace(after.messages.filter(({ key, texts }) => !keysBefore.has(key) && texts[0]!.length <= 2 * longestLabel));
  const found = new Map<string, Replacement>();
  for (const message of gone) {
    if (message.texts[0]!.length > longestLabel) continue;
    const replacement = replacementOf(message, goneAt, cameAt);
    if (replacement) found.set(message.key, replacement);
  }
  return found;
}

function byPlace(messages: Message[]): Map<string, Message[]> {
  const places = new Map<string, Message[]>();
  for (const message of messages) {
    for (const place of message.places) {
      const at = places.get(place);
      if (at) at.push(message);
      else places.set(place, [message]);
    }
  }
  return places;
}

function replacementOf(message: Message, goneAt: Map<string, Message[]>, cameAt: Map<string, Message[]>): Replacement | null {
  const candidates = new Set<Message>();
  for (const place of message.places) {
    const came = cameAt.get(place) ?? [];
    if (came.length === 1 && goneAt.get(place)?.length === 1 && isRewording(message, came[0]!)) return { text: came[0]!.texts[0]!, by: 'place' };
    for (const candidate of came) candidates.add(candidate);
  }
  let best: Replacement | null = null;
  let bestLikeness = 0;
  for (const candidate of candidates) {
    const likeness = sharedWords(message, candidate);
    if (likeness > bestLikeness) {
      bestLikeness = likeness;
      best = { text: candidate.texts[0]!, by: 'likeness' };
    }
  }
  return bestLikeness >= leastLikeness ? best : null;
}

/** Characters; what is longer is a sentence, and no page names a sentence of the interface. */
const longestLabel = 60;

/** A third of the words of both: below that, two texts of one file are two texts. */
const leastLikeness = 1 / 3;

/** One file of source code has many texts, so a place alone proves little: a word must stay, and a label stay a label. */
function isRewording(a: Message, b: Message): boolean {
  const [short, long] = [a.texts[0]!.length, b.texts[0]!.length].sort((x, y) => x - y);
  return long! <= 20 + 2 * short! && sharedWords(a, b) > 0;
}

/** Shared words over all words (Jaccard), letter case aside: 0 to 1. */
function sharedWords(a: Message, b: Message): number {
  const first = wordsOf(a);
  const second = wordsOf(b);
  let shared = 0;
  for (const word of first) if (second.has(word)) shared++;
  return shared === 0 ? 0 : shared / (first.size + second.size - shared);
}

/** A message is compared with every one that came or went at its places. */
const knownWords = new WeakMap<Message, Set<string>>();

function wordsOf(message: Message): Set<string> {
  const known = knownWords.get(message);
  if (known) return known;
  const words = new Set(message.texts[0]!.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  knownWords.set(message, words);
  return words;
}

/** A text that was replaced by one that was replaced in its turn has the last one in its place. */
function followed(past: PastLabel[]): PastLabel[] {
  const byText = new Map(past.map((label) => [label.text, label]));
  for (const label of past) {
    const met = new Set([label.text]);
    while (label.renamedTo !== null && !met.has(label.renamedTo)) {
      met.add(label.renamedTo);
      const next = byText.get(label.renamedTo);
      if (!next) break;
      label.renamedTo = next.renamedTo;
      if (next.renamedTo === null) label.renamedBy = null;
      else if (next.renamedBy === 'likeness') label.renamedBy = 'likeness';
    }
  }
  return past;
}

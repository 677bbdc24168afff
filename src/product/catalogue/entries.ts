import type { Label } from '../types.ts';
import { seenTexts, type SeenTexts } from './message.ts';
import type { Catalogue, Message } from './types.ts';

/** One key of a version of the interface, with what readers see of it. */
export interface Entry {
  key: string;
  /** Whole texts, one for each plural form. */
  texts: string[];
  /** Files of source code, or screens, that have it. */
  files: string[];
}

/** Versions of a catalogue repeat nearly all of their texts. */
export type SeenCache = Map<string, SeenTexts>;

/** The labels of a catalogue, in its order. */
export function labelsOf({ path, messages }: Catalogue): Label[] {
  const labels: Label[] = [];
  for (const { key, texts, files, role } of messages) {
    const told = { ...(role === undefined ? {} : { role }), ...(files.length === 0 ? {} : { files }) };
    for (const raw of texts) {
      const { whole, inner } = seenTexts(raw);
      for (const text of whole) labels.push({ text, key, catalogue: path, inner: false, ...told });
      for (const text of inner) labels.push({ text, key, catalogue: path, inner: true, ...told });
    }
  }
  return labels;
}

/** The entries of a version of a catalogue, in its order. */
export function entriesOfCatalogue({ messages }: Catalogue, cache: SeenCache): Entry[] {
  return messages.map((message) => ({ key: message.key, texts: textsOf(message, cache), files: message.files }));
}

function textsOf({ texts }: Message, cache: SeenCache): string[] {
  const whole = texts.map((raw) => {
    let seen = cache.get(raw);
    if (!seen) cache.set(raw, (seen = seenTexts(raw)));
    return seen.whole;
  });
  return whole.length === 1 ? whole[0]! : whole.flat();
}

/** The entries that labels stand for, in their order. */
export function entriesOfLabels(labels: Label[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const { key, text, inner, files = [] } of labels) {
    if (inner) continue;
    const entry = entries.get(key);
    if (entry) entry.texts.push(text);
    else entries.set(key, { key, texts: [text], files });
  }
  return [...entries.values()];
}

import type { Label, PastLabel } from '../../product/types.ts';
import { caselessForm, plainForm, spellingForm } from './forms.ts';
import { addTo, withoutBrackets, type LabelIndex } from './label-index.ts';
import { closeLabels, nearLabels } from './likeness.ts';
import { filledBy, filledByPast } from './placeholders.ts';
import type { LabelMatch, LabelState } from './types.ts';

/**
 * Looks up what a page calls a label.
 * @param readings other ways to read it
 */
export function matchLabel(index: LabelIndex, text: string, readings: string[]): LabelMatch {
  const texts = [text, ...withoutBrackets(text), ...readings];
  return (
    first(texts, (reading) => known(index, reading) ?? history(index, reading)) ??
    parts(index, text) ??
    first(texts, (reading) => spelledAlike(index, reading)) ??
    first(texts, (reading) => fillsPlaceholder(index, reading) ?? foreign(index, reading)) ??
    like(nearLabels(index, text), text) ??
    like(closeLabels(index, text), text) ??
    found('unknown', text, [])
  );
}

/** Looks a text up that may be no label at all; null where it is none that was renamed. */
export function matchRenamed(index: LabelIndex, text: string, readings: string[]): LabelMatch | null {
  const match = matchPast(index, text, readings);
  return match?.state === 'renamed' ? match : null;
}

/** Looks a text up that may be no label at all; null where the interface has it or never had it. */
export function matchPast(index: LabelIndex, text: string, readings: string[]): LabelMatch | null {
  if (index.past.size === 0) return null;
  const match = first([text, ...withoutBrackets(text), ...readings], (reading) => known(index, reading) ?? history(index, reading));
  return match?.state === 'renamed' || match?.state === 'removed' ? match : null;
}

function first(texts: string[], look: (text: string) => LabelMatch | null): LabelMatch | null {
  for (const text of texts) {
    const match = look(text);
    if (match) return match;
  }
  return null;
}

function like(alike: ReturnType<typeof nearLabels>, text: string): LabelMatch | null {
  return alike && found(alike.state, text, alike.today);
}

function found(state: LabelState, text: string, today: Label[]): LabelMatch {
  return { state, text, today, past: null };
}

function known(index: LabelIndex, text: string): LabelMatch | null {
  const plain = plainForm(text);
  const exact = index.exact.get(plain)?.filter(({ inner }) => !inner) ?? [];
  if (exact.length > 0) return found('known', text, exact);
  const caseless = index.caseless.get(plain.toLowerCase())?.filter(({ inner }) => !inner) ?? [];
  return caseless.length > 0 ? found('case', text, caseless) : null;
}

/** `Show/Hide` names two labels. */
function parts(index: LabelIndex, text: string): LabelMatch | null {
  if (!text.includes('/')) return null;
  const matches = text.split('/').map((part) => known(index, part.trim()));
  return matches.every((match) => match !== null) ? found('known', text, matches.flatMap(({ today }) => today)) : null;
}

function history(index: LabelIndex, text: string): LabelMatch | null {
  const past = index.past.get(caselessForm(text));
  if (!past) return null;
  // “Play on Plex” that became “Play on {server}” still stands on the screen.
  for (const label of past) {
    const filled = filledByPast(index.placeholders, label);
    if (filled) return found('known', text, [filled]);
  }
  const exact = past.filter((label) => plainForm(label.text) === plainForm(text));
  const best = commonRename(exact.length > 0 ? exact : past);
  if (best.renamedBy === 'key' || best.renamedBy === 'place') return { state: 'renamed', text, today: index.exact.get(plainForm(best.renamedTo!)) ?? [], past: best };
  return { state: 'removed', text, today: (nearLabels(index, text) ?? closeLabels(index, text))?.today ?? [], past: best };
}

/** Several keys may have had the text: what became of it is known where all that have a new text have the same. */
function commonRename(past: PastLabel[]): PastLabel {
  const renamed = past.filter(({ renamedTo }) => renamedTo !== null);
  const forms = new Set(renamed.map(({ renamedTo }) => caselessForm(renamedTo!)));
  if (forms.size > 1) return { ...renamed[0]!, renamedBy: 'likeness' };
  return renamed.find(({ renamedBy }) => renamedBy === 'key') ?? renamed[0] ?? past[0]!;
}

function spelledAlike(index: LabelIndex, text: string): LabelMatch | null {
  const spelled = index.spelling.get(spellingForm(text));
  if (spelled) return found('spelling', text, spelled);
  const inner = index.caseless.get(caselessForm(text));
  return inner ? found('known', text, inner) : null;
}

function fillsPlaceholder(index: LabelIndex, text: string): LabelMatch | null {
  const filled = filledBy(index.placeholders, text);
  return filled && found('known', text, [filled]);
}

function foreign(index: LabelIndex, text: string): LabelMatch | null {
  const ours = index.foreign().get(caselessForm(text));
  return ours ? found('foreign', text, ours) : null;
}

/**
 * What labels are called in other languages: the labels by the caseless form that another language has under their key.
 * @param others labels of the other languages
 */
export function translations(labels: Label[], others: Label[]): Map<string, Label[]> {
  const byKey = new Map<string, Label[]>();
  for (const label of labels) if (!label.inner) addTo(byKey, label.key, label);
  const foreign = new Map<string, Label[]>();
  for (const { key, text, inner } of others) {
    if (inner || text.length > 100) continue;
    const form = caselessForm(text);
    // What is not translated yet is the label in both languages.
    for (const label of byKey.get(key) ?? []) if (caselessForm(label.text) !== form) addTo(foreign, form, label);
  }
  return foreign;
}

import type { InterfaceData } from './interface-data.ts';
import type { ProductView } from './product-view.ts';

/** One thing that changed: a name of the interface, a limit or a price. */
export interface Change {
  /** `2025-09-01`. */
  date: string;
  what: string;
  /** The value that it had; empty where its name changed. */
  from: string;
  /** What it is now; null where it is gone. */
  to: string | null;
}

/** What changed of the interface and of limits and prices, in a language, the latest first. */
export function changesIn({ changes }: Pick<InterfaceData, 'changes'>, { facts }: Pick<ProductView, 'facts'>, lang: string): Change[] {
  const labels = changes[lang.split('-')[0]!] ?? changes[''] ?? Object.values(changes)[0] ?? [];
  return [
    ...labels.map(({ date, text, renamedTo, path }): Change => ({ date, what: `“${text}”`, from: '', to: renamedTo === null ? null : `“${[...path, renamedTo].join(' › ')}”` })),
    ...Object.values(facts).flatMap(({ kind, name, scope, formerly, value, changed }): Change[] =>
      (kind !== 'limit' && kind !== 'price') || changed === '' || formerly === '' ? [] : [{ date: changed, what: scope === '' ? name : `${name} (${scope})`, from: formerly, to: value }],
    ),
  ].sort((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : 0));
}

/** A change as a sentence. */
export function changeText({ what, from, to }: Change, t: (key: 'waymark.changes.gone' | 'waymark.changes.value' | 'waymark.changes.now', values: { what: string; from?: string; to?: string }) => string): string {
  if (to === null) return t('waymark.changes.gone', { what });
  return from === '' ? t('waymark.changes.now', { what, to }) : t('waymark.changes.value', { what, from, to });
}

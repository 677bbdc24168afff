import type { InterfaceMap, PastLabel } from '../product/types.ts';

/** The module by which components know the interface. */
export const interfaceModule = 'virtual:waymark/interface';

/** Days for which a label is shown with the name it had before. */
const FORMERLY_DAYS = 180;
/** Changes on the page of interface changes; what is older helps nobody find their way. */
const MOST_CHANGES = 200;
/** Words; what has more is a message and no name of anything. */
const MOST_WORDS = 6;

/** What the portal shows of one label of today. */
export interface ShownLabel {
  /** Labels that lead to it; empty where no crawl told. */
  path: string[];
  /** Name that it had until lately; null for none. */
  formerly: string | null;
}

/** One change of the interface, for readers. */
export interface InterfaceChange {
  /** `2025-09-01`. */
  date: string;
  text: string;
  /** What the interface shows in its place; null where it went. */
  renamedTo: string | null;
  /** Labels that lead to what is in its place. */
  path: string[];
}

/** The interface as the portal's components see it: texts in lower case, by language (empty where that is not known). */
export interface InterfaceData {
  labels: Record<string, Record<string, ShownLabel>>;
  /** Labels that were, and what is in their place where that is known. */
  past: Record<string, Record<string, string | null>>;
  /** The latest first, by language. */
  changes: Record<string, InterfaceChange[]>;
  /** Whether a `<UI>` that names no label of the interface makes the build fail. */
  strict: boolean;
}

/**
 * What the portal shows of the interface.
 * @param today `2025-09-01`: a name that went lately is still told
 */
export function interfaceData(map: InterfaceMap | null, today: string, strict: boolean): InterfaceData {
  const data: InterfaceData = { labels: {}, past: {}, changes: {}, strict };
  if (!map) return data;
  const languageOf = new Map(map.catalogues.map(({ path, language }) => [path, language]));
  for (const { text, catalogue, inner, places } of map.labels) {
    if (inner) continue;
    const labels = (data.labels[languageOf.get(catalogue) ?? ''] ??= {});
    const shown = (labels[text.toLowerCase()] ??= { path: [], formerly: null });
    // A label may stand in many places; where it is in one, its path is known.
    if (shown.path.length === 0 && new Set(places?.map(({ path }) => path.join('\n'))).size === 1) shown.path = places![0]!.path;
  }
  const told = map.past.filter((label) => label.renamedBy !== 'likeness').sort((a, b) => ((a.until?.date ?? '') < (b.until?.date ?? '') ? -1 : 1));
  const recent = new Date(Date.parse(today) - FORMERLY_DAYS * 86_400_000).toISOString().slice(0, 10);
  for (const label of told) addPast(data, label, languageOf.get(label.catalogue) ?? '', recent);
  for (const language of Object.keys(data.changes)) data.changes[language] = data.changes[language]!.reverse().slice(0, MOST_CHANGES);
  return data;
}

function addPast({ labels, past, changes }: InterfaceData, { text, until, renamedTo }: PastLabel, language: string, recent: string): void {
  (past[language] ??= {})[text.toLowerCase()] = renamedTo;
  if (!until || !isName(text) || text.toLowerCase() === renamedTo?.toLowerCase()) return;
  const shown = renamedTo === null ? undefined : labels[language]?.[renamedTo.toLowerCase()];
  if (shown && until.date >= recent) shown.formerly = text;
  const list = (changes[language] ??= []);
  if (list.some((change) => change.text === text && change.renamedTo === renamedTo)) return;
  list.push({ date: until.date, text, renamedTo, path: shown?.path ?? [] });
}

function isName(text: string): boolean {
  return !/[{.!?]/.test(text) && /\p{L}/u.test(text) && text.split(/\s+/).length <= MOST_WORDS;
}

import { pathMatcher } from '../../content/glob.ts';
import type { Page } from '../../content/types.ts';
import type { InterfaceMap, Label, Product } from '../../product/types.ts';
import { defaultLanguage } from '../../text/language.ts';
import { namesPattern } from '../../text/vendors.ts';
import { indexLabels } from './label-index.ts';
import { translations } from './match.ts';
import type { Ours } from './screens.ts';
import type { LabelMatch } from './types.ts';

/** The labels that some pages are judged by, and what was looked up: pages name the same labels again and again. */
export interface Lookup extends Ours {
  matches: Map<string, LabelMatch | null>;
}

/**
 * Finds the labels that a page is judged by: those of the catalogues that serve it and that are in its language or do not
 * tell theirs. Null where there are none.
 */
export function createLookups(map: InterfaceMap, product: Product): (page: Page) => Lookup | null {
  const sources = map.catalogues.map(({ path, language, serves }) => ({ path, language, isFor: serves.length === 0 ? () => true : pathMatcher(serves) }));
  const external = map.external.length === 0 ? null : namesPattern(map.external);
  const lookups = new Map<string, Lookup>();
  return ({ path, facts: { language } }) => {
    const serving = sources.filter(({ isFor }) => isFor(path));
    const spoken = new Set(serving.filter((source) => source.language === language || source.language === '').map((source) => source.path));
    if (spoken.size === 0) return null;
    const id = [language, ...serving.map((source) => source.path)].join('\n');
    let lookup = lookups.get(id);
    if (!lookup) {
      const others = new Set(serving.map((source) => source.path));
      const ofLanguage = (catalogues: Set<string>) => ({ catalogue }: Pick<Label, 'catalogue'>) => catalogues.has(catalogue);
      const labels = map.labels.filter(ofLanguage(spoken));
      const index = indexLabels({ labels, past: map.past.filter(ofLanguage(spoken)) }, language || defaultLanguage);
      const foreign = () => translations(labels, map.labels.filter(({ catalogue }) => others.has(catalogue) && !spoken.has(catalogue)));
      lookups.set(id, (lookup = { product, index: { ...index, foreign: once(foreign) }, external, matches: new Map() }));
    }
    return lookup;
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

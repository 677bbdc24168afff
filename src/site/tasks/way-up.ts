import { unitStems } from '../../content/extract/amounts.ts';
import type { Page } from '../../content/types.ts';
import type { Fact } from '../../product/facts.ts';
import { lexiconOf } from '../../text/lexicon/index.ts';
import { stem } from '../../text/stems.ts';
import type { Site } from '../types.ts';

/** What tree and product have for a reader who needs a higher plan, more of something, or a price. */
export interface WayUp {
  /** Pages with steps for going to a higher plan. */
  guides: Page[];
  /** Where the product does that, by the registry; null where it does not say. */
  route: string | null;
  /** Limits and prices of `product/facts.yaml` that the text is about. */
  facts: Fact[];
}

/**
 * Looks for the way up.
 * @param text what tells the limit, plan or price, with its surroundings
 */
export function wayUpFrom({ headings, registered, product }: Pick<Site, 'headings' | 'registered' | 'product'>, text: string, language: string): WayUp {
  const upgrades = (lexiconOf(language)?.task.contract ?? []).map((word) => ({ verb: 'upgrade', objects: [stem(word, language)] }));
  const entry = registered.find(({ components }) => components.some(({ verb, objects }) => verb === 'upgrade' && objects.every((object) => upgrades.some(({ objects: [word] }) => word === object))));
  // A page of that title is nearer than one with a section on it.
  const told = headings(upgrades).filter(({ steps }) => steps).sort((a, b) => Math.sign(a.section + 1) - Math.sign(b.section + 1));
  const guides = [...(entry?.pages ?? []), ...told.map(({ page }) => page)];
  return { guides: [...new Set(guides)], route: entry?.task.route ?? null, facts: factsAbout(text, product.facts, language) };
}

/** Limits and prices all of whose words stand in a text. */
function factsAbout(text: string, facts: Site['product']['facts'], language: string): Fact[] {
  const said = new Set(unitStems(text, language));
  return [...(facts?.values() ?? [])].filter(({ kind, about, scope, unit }) => {
    if (kind !== 'limit' && kind !== 'price') return false;
    const words = unitStems(`${about} ${scope} ${kind === 'limit' ? unit : ''}`, language);
    return words.length > 0 && words.every((word) => said.has(word));
  });
}

import { handedOver, placesInWords, reportOf, shortened, wayUpFor } from './handed-over.ts';
import type { Rule } from './types.ts';

/** Talks that stand where a price belongs. */
export const helpPrice: Rule = {
  meta: {
    id: 'help/price',
    summary: '“Contact sales” where a price belongs.',
    severity: 'warning',
    scope: 'site',
    fixable: false,
    classes: { price: { certainty: 'hint', severity: 'info' } },
  },
  *check(site) {
    for (const { subject, mentions } of handedOver(site, this.meta)) {
      const first = mentions[0]!;
      const { related, suggestions } = wayUpFor(site, first);
      yield {
        ...reportOf(mentions),
        subject,
        message: `${placesInWords(mentions)} in a talk where a price belongs: “${shortened(first.mention.sentence)}”`,
        related,
        suggestions: suggestions.length > 0 ? suggestions : ['Say what it costs, or what the price depends on and where it begins; link to the page with the prices.'],
      };
    }
  },
};

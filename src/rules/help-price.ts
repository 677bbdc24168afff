import { reportHandedOver } from './handed-over.ts';
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
    const next = 'Say what it costs, or what the price depends on and where it begins; link to the page with the prices.';
    yield* reportHandedOver(site, this.meta, () => ({ as: 'in a talk where a price belongs', next: (hasWayUp) => (hasWayUp ? [] : [next]) }));
  },
};

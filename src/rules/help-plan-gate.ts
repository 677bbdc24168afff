import { planIn } from '../site/tasks/plan.ts';
import { reportHandedOver } from './handed-over.ts';
import type { Rule } from './types.ts';

/** Plans and features whose only way is a talk. */
export const helpPlanGate: Rule = {
  meta: {
    id: 'help/plan-gate',
    summary: 'A plan, or a feature of a plan, whose only way is a talk.',
    severity: 'warning',
    scope: 'site',
    fixable: false,
    classes: {
      'plan-gate': { certainty: 'likely', severity: 'warning', languages: { de: 'warning', en: 'warning', pt: 'warning', ru: 'warning', zh: 'warning' } },
      plan: { certainty: 'hint', severity: 'info' },
    },
  },
  *check(site) {
    yield* reportHandedOver(site, this.meta, ({ mention }) => ({
      as: `in a talk as the only way to ${planIn(mention)}`,
      next: (hasWayUp) => [hasWayUp ? 'Where the plan cannot be had without a talk, say what it costs and what the talk is for.' : 'Say what the plan costs and how to change to it, or link to the page that does.'],
    }));
  },
};

import { orphansOf } from '../site/navigation.ts';
import type { Rule } from './types.ts';

/** Pages that nothing leads to. */
export const topicOrphan: Rule = {
  meta: {
    id: 'topic/orphan',
    summary: 'A page that no navigation and no link reaches.',
    severity: 'warning',
    scope: 'site',
    fixable: false,
    classes: { unreached: { certainty: 'likely', severity: 'warning' } },
  },
  *check({ pages, links, navigation }) {
    if (!navigation) return;
    for (const page of orphansOf(pages, links, navigation)) {
      const from = links.in.get(page)?.[0]?.from;
      yield {
        page,
        range: page.facts.titleRange,
        subject: `nothing leads to “${page.facts.title}”`,
        message: `No reader finds “${page.facts.title}”: neither the navigation nor a page that it leads to links here.`,
        evidence: [
          { class: 'unreached', text: `${navigation.file} lists other pages, not this one.` },
          ...(from ? [{ class: '', text: `Only ${from.path} links here, which is not reached itself.` }] : []),
        ],
        suggestions: [`List it in ${navigation.file}, link to it from the page that readers come from, or delete it.`],
      };
    }
  },
};

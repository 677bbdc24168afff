import { z } from 'zod';
import { UsageError } from '../content/errors.ts';
import { formatPair } from '../reporters/explain-pair.ts';
import { candidatesOf } from '../review/candidates.ts';
import { dossierText } from '../review/dossier-text.ts';
import { ruleDefinition } from '../review/rule-page.ts';
import { rules } from '../rules/index.ts';
import { createPairExplainer } from '../site/topics/explain.ts';
import { answer, readOnly, type Offer } from './answer.ts';
import { proposalAt } from './candidates.ts';
import { pageAt } from './page-at.ts';

/** Characters of a dossier that was asked for in full. */
const longest = 30_000;

/** Explains a rule, a candidate in full, or two pages. */
export const explain: Offer = (server, tree) => {
  server.registerTool(
    'explain',
    {
      title: 'Explain a rule, a candidate or two pages',
      description: 'What a rule means and how far each class of its evidence can be trusted; everything about a candidate; or what makes two pages one topic and what tells them apart.',
      inputSchema: z.object({
        subject: z.string().min(1).describe('Id of a rule (topic/duplicate) or of a candidate, or the path of a page'),
        other: z.string().optional().describe('Path of another page, to compare the first with'),
      }),
      annotations: readOnly,
    },
    ({ subject, other }) =>
      answer(tree, () => {
        if (other !== undefined) {
          const [one, second] = [pageAt(tree.site, subject), pageAt(tree.site, other)];
          if (one === second) throw new UsageError(`${subject} is one page, and one page is always one topic. Name two.`);
          return formatPair(createPairExplainer(tree.site)(one, second));
        }
        if (rules.some(({ meta }) => meta.id === subject)) return ruleDefinition(subject);
        return dossierText(candidatesOf([proposalAt(tree, subject)], tree.site)[0]!, longest);
      }),
  );
};

import { z } from 'zod';
import { addDecisions, longestReason } from '../engine/decisions.ts';
import { plainReason } from '../review/reason.ts';
import { decide } from '../review/proposals.ts';
import { answer, type Offer } from './answer.ts';
import { close, openProposals, proposalAt } from './candidates.ts';

/** Writes what an agent decided into waymark.decisions. */
export const recordDecision: Offer = (server, tree) => {
  server.registerTool(
    'record_decision',
    {
      title: 'Record a decision',
      description: 'Remembers in waymark.decisions what you decided on a candidate. What an agent calls a fault is a warning at most, and a person can overrule it.',
      inputSchema: z.object({
        id: z.string().describe('Id of the candidate, as next_candidate gave it'),
        verdict: z.enum(['fault', 'fine']),
        reason: z.string().min(1).max(longestReason).describe('Why, in one line'),
      }),
      annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    ({ id, verdict, reason }) =>
      answer(tree, () => {
        const proposal = proposalAt(tree, id);
        const today = new Date().toISOString().slice(0, 10);
        const name = plainReason(server.server.getClientVersion()?.name ?? 'unknown').slice(0, 60) || 'unknown';
        addDecisions(tree.config, decide(proposal, tree.site, { verdict, reason: plainReason(reason), by: `agent ${name}`, date: today }), today);
        close(tree, proposal);
        return `Recorded: ${verdict}. ${openProposals(tree).length} left.`;
      }),
  );
};

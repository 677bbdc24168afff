import { UsageError } from '../content/errors.ts';
import type { LiveTree } from '../engine/live-tree.ts';
import { memberKeys } from '../engine/member-keys.ts';
import { proposalsOf, type Proposal } from '../review/proposals.ts';
import type { Site } from '../site/types.ts';

interface Queue {
  site: Site;
  proposals: Proposal[];
}

const queues = new WeakMap<LiveTree, Queue>();

/** What an agent can judge of a tree as it is now: hints that nobody judged, the most promising first. */
export function openProposals(tree: LiveTree): Proposal[] {
  const { site, root, config } = tree;
  let queue = queues.get(tree);
  if (queue?.site !== site) {
    queue = { site, proposals: proposalsOf(tree.findings(site), site, memberKeys(site, root, config.folder), { hintsOnly: true }) };
    queues.set(tree, queue);
  }
  return queue.proposals;
}

/** Takes what was judged out of what is left. */
export function close(tree: LiveTree, proposal: Proposal): void {
  const queue = queues.get(tree);
  if (queue) queue.proposals = queue.proposals.filter((each) => each !== proposal);
}

/**
 * The proposal of an id.
 * @throws UsageError where there is none
 */
export function proposalAt(tree: LiveTree, id: string): Proposal {
  const found = openProposals(tree).find((proposal) => proposal.id === id);
  if (!found) throw new UsageError(`Nothing that is left to judge has the id “${id}”: it was judged, or the pages changed. next_candidate gives the next one.`);
  return found;
}

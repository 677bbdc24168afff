import { lexiconOf } from '../../text/lexicon/index.ts';
import { stem } from '../../text/stems.ts';
import type { TaskComponent } from './types.ts';

/** Verbs of which a product has one task only when they are said of the contract. */
const contractVerbs = new Set(['upgrade', 'downgrade', 'cancel']);

const stems = new Map<string, Set<string>>();

/** Stems of the words for what a customer pays for. */
function contractStems(language: string): Set<string> {
  let known = stems.get(language);
  if (!known) stems.set(language, (known = new Set(lexiconOf(language)?.task.contract.map((word) => stem(word, language)))));
  return known;
}

/** Whether a task may be about the contract as a whole. */
export function mayChangeContract({ verb }: TaskComponent): boolean {
  return contractVerbs.has(verb);
}

/** "Upgrade to a higher plan" and "Upgrading your account" are one task: what the customer pays for has one name or another. */
export function changesContract(task: TaskComponent, guide: TaskComponent, language: string): boolean {
  if (task.verb !== guide.verb || !mayChangeContract(task)) return false;
  const contract = contractStems(language);
  return task.objects.some((object) => contract.has(object)) && guide.objects.every((object) => contract.has(object));
}

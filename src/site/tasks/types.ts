import type { ContactMention } from '../../content/extract/contacts.ts';
import type { Page } from '../../content/types.ts';
import type { Registered } from './registry.ts';

/** What a mention of support, sales or another contact means to the reader. */
export type Verdict =
  | 'dead-end'
  | 'last-resort'
  | 'assisted'
  | 'third-party'
  | 'contact-page'
  | 'negated'
  | 'wish'
  | 'mention';

/** A contact mention, judged with what is known of the page, the tree and the product. */
export interface JudgedMention {
  page: Page;
  mention: ContactMention;
  verdict: Verdict;
  /** Class of evidence that decided for a dead end (`purpose`, `inability`, …); empty for other verdicts. */
  class: string;
  /** Why, in one sentence for `explain` and for the finding. */
  reason: string;
  /** The task that the person is to do, in normal form; null where none is told. */
  task: TaskName | null;
}

/** A task in normal form: comparable between pages that word it differently. */
export interface TaskName {
  /** In words, verb first: `enable SSL click and open tracking`. */
  text: string;
  /** Coordinated verbs split, each with the sorted stems of its object: `{ verb: 'enable', objects: ['click', 'open', 'ssl', 'track'] }`. */
  components: TaskComponent[];
}

export interface TaskComponent {
  verb: string;
  objects: string[];
}

/** One task of the tree, joined over pages and wordings. */
export interface Task {
  /** Identity: verb and sorted stems, `enable: click open ssl track`. */
  key: string;
  /** The wording that the tree uses most. */
  text: string;
  mentions: JudgedMention[];
  /** The task in the self-serve registry; null where it is in none. */
  registered: Registered | null;
}

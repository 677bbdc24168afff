import type { Page } from '../../content/types.ts';
import type { EvidenceName } from './evidence.ts';

/** One piece of evidence that two pages tell one topic, or a reason that they do not. */
export interface Signal {
  /** Class of evidence (`near-copy`, `one-task`, `one-subject`) or name of a veto (`opposition`, `family`, `mirror`, …). */
  name: string;
  /** What was seen, for the reader of the finding. */
  text: string;
}

/** Two pages that one class of evidence says tell one topic; a pair has an edge for each class that speaks for it. */
export interface TopicEdge {
  a: Page;
  b: Page;
  /** What both are about, in normal form: the task's key, or the words that their titles share; empty where no words name it. */
  subject: string;
  /** The same as a reader says it: the task; empty where the page's title says it best. */
  name: string;
  evidence: Signal & { name: EvidenceName };
  /** How strong the evidence is among its class, 0 to 1. */
  strength: number;
  /** Why the edge does not count; null for one that does. */
  veto: Signal | null;
}

/** Pages joined by edges of one class that count. */
export interface Cluster {
  /** What the pages are about, in normal form; the finding's identity. */
  subject: string;
  /** The same as a reader says it: the task, or the title of the page to keep. */
  name: string;
  /** Class of the edges. */
  evidence: EvidenceName;
  pages: Page[];
  edges: TopicEdge[];
  /** The page to keep and why. */
  keep: { page: Page; why: string };
}

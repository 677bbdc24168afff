import type { Page } from '../../content/types.ts';

/** One piece of evidence that two pages tell one topic, or a reason that they do not. */
export interface Signal {
  /** Class of evidence (`near-copy`, `one-task`, `one-subject`) or name of a veto (`opposition`, `family`, `mirror`, …). */
  name: string;
  /** What was seen, for the reader of the finding. */
  text: string;
}

/** Two pages that may tell one topic. */
export interface TopicEdge {
  a: Page;
  b: Page;
  evidence: Signal[];
  /** Empty for an edge that counts. */
  vetoes: Signal[];
}

/** Pages joined by edges that count. */
export interface Cluster {
  /** What the pages are about, in normal form; the finding's identity. */
  subject: string;
  pages: Page[];
  edges: TopicEdge[];
  /** The page to keep and why. */
  keep: { page: Page; why: string };
}


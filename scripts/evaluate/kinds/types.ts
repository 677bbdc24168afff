import type { Finding, Run } from '../../../src/index.ts';
import type { ToldLabel } from '../labels.ts';
import type { Paragraphs } from '../places.ts';
import type { KindReport, Row } from '../score.ts';

/** What a measure may look at. */
export interface Material {
  labels: ToldLabel[];
  /** The run over the tree; asked for only where a label needs it, since a corpus of phrases has no tree. */
  run(): Promise<Run>;
  /** Lints one paragraph as a tree of its own. */
  lintPhrase(text: string): Promise<Run>;
}

/** Measures one kind of label; null where the corpus has none of it. */
export type Measure = (material: Material) => Promise<KindReport | null>;

/** Sets labels beside findings. */
export type RowsOf = (labels: ToldLabel[], findings: Finding[], paragraphs: Paragraphs) => Row[];

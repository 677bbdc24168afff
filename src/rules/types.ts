import type { z } from 'zod';
import type { Range, SourceFile } from '../content/types.ts';
import type { Topic } from '../site/tasks/topic.ts';
import type { Site } from '../site/types.ts';

export type Severity = 'error' | 'warning' | 'info';

/** How far a class of evidence can be trusted; see `content/rules/index.md`. */
export type Certainty = 'certain' | 'likely' | 'hint';

/** What a class of evidence is worth, on documentation that nobody tuned on. */
export interface EvidenceClass {
  certainty: Certainty;
  /** Highest severity a finding of this class may have; `info` for every hint. */
  severity: Severity;
  /**
   * Languages of text in which the class has held its mark, each with the highest severity there: in any other it is a
   * hint. Every language when left out.
   */
  languages?: Readonly<Record<string, Severity>>;
}

export interface RuleMeta {
  /** `group/name`; its page is `content/rules/group/name.md`. */
  id: string;
  summary: string;
  severity: Severity;
  scope: 'page' | 'site';
  fixable: boolean;
  /** What the configuration may set for the rule beside its severity; each key has a default. */
  options?: z.ZodObject;
  /** The classes of evidence the rule has; the strongest class of a finding decides its certainty. */
  classes: Record<string, EvidenceClass>;
}

export interface Evidence {
  /** One of the rule's classes, or empty for a remark that proves nothing by itself. */
  class: string;
  text: string;
  /** Language of the text that it was found in, where the class is not worth the same in all. */
  language?: string;
}

/** What a piece of evidence is worth; null for a class that the rule does not have. */
export function worthOf({ classes }: RuleMeta, { class: name, language }: Pick<Evidence, 'class' | 'language'>): EvidenceClass | null {
  if (!Object.hasOwn(classes, name)) return null;
  const known = classes[name]!;
  if (!known.languages || language === undefined) return known;
  const severity = known.languages[language];
  return severity ? { certainty: known.certainty, severity } : { certainty: 'hint', severity: 'info' };
}

export interface Place {
  page: SourceFile;
  range: Range;
}

/** Replacement of one range of one page's source. */
export interface Edit extends Place {
  text: string;
}

/** What a rule reports; the engine adds severity, certainty, position and fingerprint. */
export interface Report extends Place {
  /** One sentence that a writer understands. */
  message: string;
  /** What the finding is about, in normal form: with the rule's id it is the finding's identity. */
  subject: string;
  /** What kind of task it is about, for findings on contacts and limits. */
  topic?: Topic;
  evidence: Evidence[];
  /** Every place that shares the fault, the reported one included; that one alone when left out. */
  members?: Place[];
  /** Paths of members that evidence joins, two by two; where the fault is one of pairs, each pair is judged for itself. */
  pairs?: [string, string][];
  related?: (Place & { message: string })[];
  /** What mends the fault, at every place where that is safe to do without asking; none of them overlap. */
  fixes?: Edit[];
  /** What to do next, each a sentence. */
  suggestions: string[];
}

/** What a rule may ask beside the site. */
export interface RuleContext {
  /** Today, as `2027-01-31`; a run with the same day gives the same findings. */
  today: string;
  /** What the configuration says of the rule's options; `meta.options` reads it. */
  options: unknown;
}

export interface Rule {
  meta: RuleMeta;
  /** Whether the run did not ask for what the rule judges by, so that finding nothing tells nothing; never when left out. */
  isIdle?(site: Site): boolean;
  check(site: Site, context: RuleContext): Iterable<Report>;
}

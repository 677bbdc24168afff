import type { Problem } from '../content/types.ts';
import type { Site } from '../site/types.ts';
import type { Report } from './types.ts';

/** Reports the problems of one kind that reading the pages met; the kind is the class of evidence. */
export function* reportProblems({ pages }: Site, kind: Problem['kind'], evidence: string, suggestion: string): Iterable<Report> {
  for (const page of pages) {
    for (const problem of page.facts.problems) {
      if (problem.kind !== kind) continue;
      yield {
        page,
        range: problem.range,
        message: problem.message,
        subject: problem.message,
        evidence: [{ class: kind, text: evidence }],
        suggestions: [suggestion],
      };
    }
  }
}

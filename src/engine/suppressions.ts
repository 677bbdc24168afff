import type { Suppression } from '../content/extract/suppressions.ts';
import { positionAt } from '../content/position.ts';
import type { Page } from '../content/types.ts';
import { isInForce } from '../rules/page-suppression.ts';
import { divide, type Finding, type LineIndex, type Member } from './finding.ts';

/** A finding, with those of its places that do not count, and why. */
export interface Silenced {
  finding: Finding;
  /** Where it is silenced: in the page itself, in the file of known findings, or in that of decisions. */
  by: 'suppression' | 'baseline' | 'decision';
  /** The writer's own words, for a suppression or a decision. */
  reason: string;
}

/** A suppression and its page. */
export interface PlacedSuppression {
  page: Page;
  suppression: Suppression;
}

/** What suppressions leave of some findings. */
interface Applied {
  findings: Finding[];
  silenced: Silenced[];
  /** Suppressions that count and silenced nothing. */
  unused: PlacedSuppression[];
}

/**
 * Takes out of findings the places that the pages themselves suppress.
 * @param isNew whether a suppression is one that the judged change itself adds: it silences no error
 */
export function applySuppressions(findings: Finding[], pages: Page[], today: string, lines: LineIndex, isNew: (suppression: Suppression) => boolean = () => false): Applied {
  const byPath = new Map(pages.map((page) => [page.path, linesOf(page, today, lines)] as const).filter(([, suppressions]) => suppressions.length > 0));
  const used = new Set<Suppression>();
  const suppressionAt = (rule: string, member: Member): Suppression | undefined => {
    const found = byPath.get(member.path)?.find((each) => each.suppression.rule === rule && each.first <= lastLine(member) && each.last >= member.line);
    if (found) used.add(found.suppression);
    return found?.suppression;
  };
  const silenced: Silenced[] = [];
  const left = findings.map((finding) => {
    const reasons = new Map<Member, string>();
    const waiting: Finding['related'] = [];
    for (const member of byPath.size > 0 ? finding.members : []) {
      const suppression = suppressionAt(finding.rule, member);
      if (suppression && finding.severity === 'error' && isNew(suppression)) {
        waiting.push({ path: member.path, line: member.line, message: `The suppression of this error counts once it is on the base: ${suppression.reason}` });
      } else if (suppression) reasons.set(member, suppression.reason);
    }
    const { kept, taken } = divide(finding, (member) => (reasons.has(member) ? `Suppressed here: ${reasons.get(member)}` : null));
    if (taken) silenced.push({ finding: taken, by: 'suppression', reason: [...new Set(reasons.values())].join('; ') });
    return kept && waiting.length > 0 ? { ...kept, related: [...kept.related, ...waiting] } : kept;
  });
  const unused = [...byPath.values()].flat().filter(({ suppression }) => !used.has(suppression));
  return { findings: left.filter((finding) => finding !== null), silenced, unused };
}

/** The suppressions of a page that count, with the lines that they cover. */
function linesOf(page: Page, today: string, lines: LineIndex): (PlacedSuppression & { first: number; last: number })[] {
  return page.facts.suppressions
    .filter((suppression) => isInForce(suppression, today))
    .map((suppression) => {
      const line = (offset: number) => positionAt(lines(page), offset).line;
      return { page, suppression, first: line(suppression.covers.start), last: line(suppression.covers.end) };
    });
}

/** A range that ends where a line begins holds nothing of that line. */
function lastLine({ line, endLine, endColumn }: Member): number {
  return endColumn === 1 && endLine > line ? endLine - 1 : endLine;
}

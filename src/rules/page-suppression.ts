import { closest } from 'fastest-levenshtein';
import { directiveNames, type Suppression } from '../content/extract/suppressions.ts';
import type { Page } from '../content/types.ts';
import type { Edit, Report, Rule } from './types.ts';

/** Suppressions that do not say what they must, or that suppress nothing. */
export function pageSuppression(known: string[]): Rule {
  return {
    meta: {
      id: 'page/suppression',
      summary: 'A suppression that is unused, expired, unknown or without a reason.',
      severity: 'warning',
      scope: 'page',
      fixable: true,
      classes: {
        unknown: { certainty: 'certain', severity: 'warning' },
        reason: { certainty: 'certain', severity: 'warning' },
        expired: { certainty: 'certain', severity: 'warning' },
        unused: { certainty: 'certain', severity: 'warning' },
      },
    },
    *check({ pages }, { today }) {
      for (const page of pages) {
        for (const suppression of page.facts.suppressions) {
          const fault = faultOf(suppression, known, today);
          if (fault) yield reportSuppression(page, suppression, fault);
        }
      }
    },
  };
}

interface Fault {
  class: string;
  message: string;
  evidence: string;
  suggestion: string;
}

/** Whether a suppression counts on a day. */
export function isInForce({ unknown, reason, until }: Suppression, today: string): boolean {
  return unknown === '' && reason !== '' && (until === '' || (isDay(until) && today <= until));
}

function faultOf({ unknown, rule, reason, until }: Suppression, known: string[], today: string): Fault | null {
  if (unknown !== '') {
    const meant = `waymark-${closest(unknown, directiveNames)}`;
    return { class: 'unknown', message: `There is no directive “waymark-${unknown}”. Did you mean “${meant}”?`, evidence: 'Waymark knows no comment that begins like this.', suggestion: `Write “${meant}”, or take the comment out.` };
  }
  if (!known.includes(rule)) {
    const message = rule === '' ? 'This suppression names no rule.' : `There is no rule “${rule}” to suppress. Did you mean “${closest(rule, known)}”?`;
    return { class: 'unknown', message, evidence: 'A suppression counts for the rules that it names.', suggestion: 'Name the rule as the finding does.' };
  }
  if (reason === '') {
    return { class: 'reason', message: `This suppression of ${rule} gives no reason, so it does not count.`, evidence: 'Nothing stands behind “--”, or under “reason”.', suggestion: 'Say in a few words why the finding is none here.' };
  }
  if (until !== '' && !isDay(until)) {
    return { class: 'unknown', message: `“${until}” is no day, so this suppression of ${rule} does not count.`, evidence: 'A day is written as 2027-01-31.', suggestion: 'Write the day as year, month and day.' };
  }
  if (until !== '' && today > until) {
    return { class: 'expired', message: `This suppression of ${rule} ended on ${until}.`, evidence: `Its reason was: “${reason}”.`, suggestion: 'Mend what was suppressed, or give it a new day.' };
  }
  return null;
}

/** The report of a suppression that suppressed nothing. */
export function unusedSuppression(page: Page, suppression: Suppression): Report {
  const fault = { class: 'unused', message: `Nothing is found here that this suppression of ${suppression.rule} would silence.`, evidence: `${suppression.rule} finds nothing in what it covers.`, suggestion: 'Take it out.' };
  return { ...reportSuppression(page, suppression, fault), fixes: suppression.single ? [removal(page, suppression)] : [] };
}

function reportSuppression(page: Page, { rule, range, unknown }: Suppression, fault: Fault): Report {
  return {
    page,
    range,
    message: fault.message,
    subject: `${fault.class}: ${rule || unknown}`,
    evidence: [{ class: fault.class, text: fault.evidence }],
    suggestions: [fault.suggestion],
  };
}

/** Takes a comment out, with its line where nothing else stands on it. */
function removal(page: Page, { range }: Suppression): Edit {
  const { source } = page;
  const start = source.lastIndexOf('\n', range.start - 1) + 1;
  const newline = source.indexOf('\n', range.end);
  const end = newline < 0 ? source.length : newline + 1;
  const alone = source.slice(start, range.start).trim() === '' && source.slice(range.end, end).trim() === '';
  return { page, range: alone ? { start, end } : range, text: '' };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

import { closest } from 'fastest-levenshtein';
import { factText, type Fact } from '../product/facts.ts';
import { findLiterals, type FactLiteral } from '../site/facts/index.ts';
import type { Page } from '../content/types.ts';
import { reviewedOn } from './reviewed.ts';
import type { Report, Rule } from './types.ts';

/** Values that a page writes out although `product/facts.yaml` owns them, and pages to review after a fact changed. */
export const topicFact: Rule = {
  meta: {
    id: 'topic/fact',
    summary: 'A value that product/facts.yaml owns, written out or used under a name that it does not have.',
    severity: 'error',
    scope: 'site',
    fixable: true,
    classes: {
      contradicts: { certainty: 'certain', severity: 'error' },
      formerly: { certainty: 'certain', severity: 'error' },
      unknown: { certainty: 'certain', severity: 'error' },
      repeats: { certainty: 'certain', severity: 'warning' },
      changed: { certainty: 'certain', severity: 'warning' },
    },
  },
  *check({ pages, product: { facts } }) {
    if (!facts) return;
    for (const literal of findLiterals(pages, facts)) yield reportLiteral(literal);
    for (const page of pages) {
      for (const { id, range } of page.facts.facts) {
        const fact = facts.get(id);
        if (!fact) yield reportUnknown(page, range, id, [...facts.keys()]);
        else if (fact.changed > (reviewedOn(page) ?? '')) yield reportChanged(page, range, fact);
      }
    }
  },
};

function reportLiteral({ page, range, fact, state }: FactLiteral): Report {
  const literal = page.source.slice(range.start, range.end);
  const told = describe(fact);
  const use = `{fact.${fact.id}}`;
  const message = {
    repeats: `“${literal}” repeats the fact “${fact.id}”.`,
    formerly: `“${literal}” is what “${fact.id}” was before; today it is ${told}.`,
    contradicts: `“${literal}” contradicts the fact “${fact.id}”, which is ${told}.`,
  }[state];
  return {
    page,
    range,
    message,
    subject: `${fact.id}: ${literal}`,
    evidence: [{ class: state, text: `product/facts.yaml says that “${fact.id}” is ${told}.` }],
    fixes: [{ page, range, text: use }],
    suggestions: [`Write “${use}”, so that the page shows what the file says.`],
  };
}

function reportUnknown(page: Page, range: Report['range'], id: string, known: string[]): Report {
  const suggestion = known.length > 0 ? `Did you mean “${closest(id, known)}”?` : 'Declare it there.';
  return {
    page,
    range,
    message: `There is no fact “${id}”.`,
    subject: `${id}: unknown`,
    evidence: [{ class: 'unknown', text: `product/facts.yaml has no “${id}”.` }],
    suggestions: [suggestion],
  };
}

function reportChanged(page: Page, range: Report['range'], fact: Fact): Report {
  const reviewed = reviewedOn(page) ?? '';
  return {
    page,
    range,
    message: `“${fact.id}” changed on ${fact.changed}, and this page ${reviewed === '' ? 'was not reviewed since' : `was reviewed on ${reviewed}`}.`,
    subject: `${fact.id}: changed`,
    evidence: [{ class: 'changed', text: `product/facts.yaml says that “${fact.id}” is ${describe(fact)} since ${fact.changed}.` }],
    suggestions: [`Read what stands around it, and write “reviewed: ${fact.changed}” or a later day into the frontmatter.`],
  };
}

/** A fact's value with what it is of: `3 IP addresses per month`. */
function describe(fact: Fact): string {
  const unit = fact.kind === 'limit' ? ` ${fact.unit}` : '';
  return `${factText(fact)}${unit}${fact.per === '' ? '' : ` per ${fact.per}`}${fact.scope === '' ? '' : ` (${fact.scope})`}`;
}

import type { Page } from '../content/types.ts';
import type { Cluster } from '../site/topics/types.ts';
import type { Site } from '../site/types.ts';
import { quoted } from '../text/quoted.ts';
import type { Place, Report, Rule } from './types.ts';

/** Pages that tell one topic or serve one task. */
export const topicDuplicate: Rule = {
  meta: {
    id: 'topic/duplicate',
    summary: 'Two or more pages that tell one topic or serve one task.',
    severity: 'error',
    scope: 'site',
    fixable: false,
    classes: {
      declared: { certainty: 'certain', severity: 'error' },
      'near-copy': { certainty: 'likely', severity: 'warning' },
      'reworked-copy': { certainty: 'hint', severity: 'info' },
      'one-task': { certainty: 'hint', severity: 'info' },
      'one-subject': { certainty: 'hint', severity: 'info' },
      'one-text': { certainty: 'hint', severity: 'info' },
    },
  },
  *check(site) {
    for (const cluster of site.topics) yield report(site, cluster);
  },
};

function report(site: Site, { subject, name, evidence, pages, edges, keep }: Cluster): Report {
  const others = pages.filter((page) => page !== keep.page);
  const tell = evidence === 'one-task' ? 'serve one task' : 'tell one topic';
  return {
    // The finding stands where the work is: on a page that should go.
    ...placeOf(others[0]!),
    subject,
    message: `${inWords(pages.length)} pages ${tell}, ${quoted(name)}: ${listed(pages.map(({ path }) => path))}; keep ${keep.page.path}, because ${keep.why}.`,
    evidence: edges.map(({ a, b, evidence }) => ({ class: evidence.name, text: pages.length > 2 ? `${a.path}, ${b.path}: ${evidence.text}` : evidence.text })),
    members: pages.map(placeOf),
    pairs: edges.map(({ a, b }) => [a.path, b.path]),
    related: [{ ...placeOf(keep.page), message: `Keep this page: ${keep.why}.` }],
    suggestions: [
      `Merge what only ${listed(others.map(({ path }) => path))} ${others.length === 1 ? 'says' : 'say'} into ${keep.page.path}.`,
      ...redirect(others.filter(({ channel }) => channel === undefined), keep.page),
      ...others.filter(({ channel }) => channel !== undefined).map(({ path, channel }) => `Let ${path} (${channel}) link to ${keep.page.path} in place of telling it again.`),
      ...relink(site, others, keep.page),
    ],
  };
}

function redirect(gone: Page[], keep: Page): string[] {
  if (gone.length === 0) return [];
  return [`Redirect: add “formerly: ${gone.length === 1 ? gone[0]!.route : `[${gone.map(({ route }) => route).join(', ')}]`}” to the frontmatter of ${keep.path}.`];
}

function placeOf(page: Page): Place {
  return { page, range: page.facts.titleRange };
}

/** The links that lead to the pages that go. */
function relink({ links }: Site, others: Page[], keep: Page): string[] {
  const inbound = others.flatMap((page) => links.in.get(page) ?? []).filter(({ from }) => from !== keep && !others.includes(from));
  if (inbound.length === 0) return [];
  const pages = new Set(inbound.map(({ from }) => from)).size;
  return [`Relink ${count(inbound.length, 'link')} on ${count(pages, 'page')} to ${keep.path}.`];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function inWords(number: number): string {
  return ['Two', 'Three', 'Four', 'Five'][number - 2] ?? String(number);
}

function listed(names: string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

import { expect, test } from 'vitest';
import type { Page } from '../../../src/content/types.ts';
import { withoutRecurring } from '../../../src/site/topics/recurring.ts';
import type { EvidenceName } from '../../../src/site/topics/evidence.ts';
import type { TopicEdge } from '../../../src/site/topics/types.ts';

const pages = new Map<string, Page>();

function pageAt(path: string): Page {
  const page = pages.get(path) ?? ({ path, facts: { title: path } } as Page);
  pages.set(path, page);
  return page;
}

/** An edge between two pages of these paths, whose titles differ. */
function edge(one: string, other: string, name: EvidenceName = 'near-copy'): TopicEdge {
  return { a: pageAt(one), b: pageAt(other), subject: '', name: '', evidence: { name, text: '' }, strength: 1, veto: null };
}

function vetoes(edges: TopicEdge[]): (string | null)[] {
  return withoutRecurring(edges).map(({ veto }) => veto?.name ?? null);
}

test('folders whose pages are alike pair by pair are mirrors, whatever the files are called', () => {
  const pairs = ['keys', 'users', 'hosts'].map((name) => edge(`server/ref-${name}.md`, `cloud/${name}-list.md`));
  expect(vetoes(pairs)).toEqual(['mirror', 'mirror', 'mirror']);
  expect(vetoes(pairs.slice(1))).toEqual([null, null]);
});

test('one page that is like many makes no mirror', () => {
  expect(vetoes(['keys', 'users', 'hosts'].map((name) => edge('server/all.md', `cloud/${name}.md`)))).toEqual([null, null, null]);
});

test('one replacement in the names of two pairs is a pattern, with more words around it too', () => {
  const pairs = ['database', 'web'].map((name) => edge(`upgrade-single-node-${name}.md`, `upgrade-two-tier-${name}-rolling.md`, 'one-subject'));
  expect(vetoes(pairs)).toEqual(['family', 'family']);
  expect(vetoes(pairs.slice(1))).toEqual([null]);
});

test('a word more in a name is no replacement', () => {
  expect(vetoes([edge('keys.md', 'keys-old.md'), edge('users.md', 'users-old.md')])).toEqual([null, null]);
});

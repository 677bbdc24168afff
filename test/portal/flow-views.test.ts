import { expect, test } from 'vitest';
import { flowViews, type FlowSurroundings } from '../../src/portal/flow-views.ts';
import { parseFlow } from '../../src/product/flows.ts';
import { page } from '../search/page.ts';

const pageWith = (path: string, title: string, anchors: string[] = []) => {
  const made = page(path, { title });
  return { ...made, facts: { ...made.facts, anchors } };
};
const around: FlowSurroundings = {
  pages: [pageWith('list.md', 'The list', ['remove']), pageWith('pl/list.md', 'Lista', ['remove']), pageWith('dns.md', 'DNS')],
  tasks: ['lost-message'],
  languages: { '': 'en', pl: 'pl' },
  locales: { folders: ['pl'], fallback: '' },
  format: { base: '/help', trailingSlash: 'ignore', build: { format: 'directory' } },
};
const flow = (outcomes: string) => parseFlow(`title: { en: Lost, pl: Zaginęła }\nquestions:\n  log: { question: What?, answers: [{ answer: This, to: one }, { answer: That, to: two }] }\noutcomes:\n${outcomes}`, 'content/fix/lost.yaml');

test('every node has a page in each locale, and leads to pages of that locale', () => {
  const views = flowViews([flow('  one: { title: One, page: list.md#remove }\n  two: { title: Two, page: dns.md, contact: lost-message }\n')], around);
  const [english, polish] = [views['']![0]!, views['pl']![0]!];
  expect(english.address).toBe('/help/fix/lost/');
  expect(english.nodes.map((node) => node.path)).toEqual(['lost', 'lost/one', 'lost/two']);
  expect(english.nodes[0]!.answers).toEqual([{ title: 'This', address: '/help/fix/lost/one/' }, { title: 'That', address: '/help/fix/lost/two/' }]);
  expect(english.nodes[1]!.page).toEqual({ title: 'The list', address: '/help/list/#remove' });
  expect(polish.title).toBe('Zaginęła');
  expect(polish.nodes[1]!.page).toEqual({ title: 'Lista', address: '/help/pl/list/#remove' });
  // Starlight shows the page of the default locale where there is no translation.
  expect(polish.nodes[2]!.page).toEqual({ title: 'DNS', address: '/help/pl/dns/' });
  expect(polish.nodes[2]!.contact).toEqual({ task: 'lost-message' });
});

test.each([
  ['page: lst.md', /:5:28: there is no page “lst\.md”\. Did you mean “list\.md”\?/],
  ['page: list.md#remov', /list\.md has no anchor “remov”\. Did you mean “remove”\?/],
  ['contact: lost', /has no task “lost”\. Did you mean “lost-message”\?/],
])('an outcome with %s ends the build', (way, message) => {
  expect(() => flowViews([flow(`  one: { title: One, ${way} }\n  two: { title: Two, contact: true }\n`)], around)).toThrow(message);
});

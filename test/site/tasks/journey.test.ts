import { describe, expect, test } from 'vitest';
import { parseSelfServe } from '../../../src/product/self-serve.ts';
import { buildSite } from '../../../src/site/index.ts';
import { journeyOf, waysOf, type Journey } from '../../../src/site/tasks/journey.ts';
import { listTasks, servingPages, stateOf, tasksToAnswer, wordingsOf } from '../../../src/site/tasks/list.ts';
import type { Site } from '../../../src/site/types.ts';
import { page, product } from './pages.ts';

function siteOf(files: Record<string, string>, registry = ''): Site {
  const pages = Object.entries(files).map(([path, source]) => page(path, source));
  return buildSite(pages, { ...product('Postwing'), selfServe: parseSelfServe(registry, 'r.yaml') }, { base: '', variables: {}, codeowners: null, fileExists: () => false });
}

function told(journey: Journey): string[] {
  return waysOf(journey).map(({ pages, end }) => `${pages.map(({ path }) => path).join(' ')} ${end.kind}`);
}

const handover = 'To enable SSL on tracked links, contact support.';
const guide = '# Links\n\n## Enable SSL on tracked links\n\n1. Open **Settings**.\n2. Switch it on.';

describe('the ways for a task', () => {
  const journeyIn = (files: Record<string, string>): Journey => {
    const site = siteOf(files);
    return journeyOf(tasksToAnswer(site).tasks[0]!, site);
  };

  test('each guide that nothing leads to begins one, and each contact ends one', () => {
    expect(told(journeyIn({ 'a.md': `# A\n\n${handover}`, 'b.md': `# B\n\n${handover}\n\n## Other\n\n${handover}` }))).toEqual(['a.md person', 'b.md person', 'b.md person']);
  });

  test('links between guides are followed, not those to other pages', () => {
    const files = { 'a.md': `# A\n\n${handover} See [b](b.md) and [c](c.md).`, 'b.md': `# B\n\n${handover}`, 'c.md': '# C\n\nNothing of it.' };
    expect(told(journeyIn(files))).toEqual(['a.md person', 'a.md b.md person']);
  });

  test('a page with the steps is where the reader can do it', () => {
    expect(told(journeyIn({ 'a.md': `# A\n\n${handover}\n\n## More\n\nSee [links](links.md).`, 'links.md': guide }))).toEqual(['a.md person', 'a.md links.md self']);
  });

  test('pages that lead to each other send the reader back', () => {
    const files = { 'a.md': `# A\n\n${handover} See [b](b.md).`, 'b.md': `# B\n\n${handover} See [a](a.md).` };
    expect(told(journeyIn(files))).toEqual(['a.md person', 'a.md b.md person', 'a.md b.md back']);
  });

  test('a net of guides stops somewhere', () => {
    const names = Array.from({ length: 12 }, (_, index) => `p${index}.md`);
    const links = names.map((name) => `[${name}](${name})`).join(' ');
    const journey = journeyIn(Object.fromEntries(names.map((name) => [name, `# ${name}\n\n${handover}\n\n${links}`])));
    expect(journey.pages).toHaveLength(12);
    expect(waysOf(journey).length).toBeLessThan(3000);
  });
});

describe('the tasks of a tree', () => {
  const registry = `tasks:
  https: { phrasings: { en: [turn on SSL for tracked links], pl: [włączyć HTTPS dla śledzonych linków] }, page: links.md }
  ip: { phrasings: { en: [add a dedicated IP address] } }
`;

  test('one task in several languages is one, by its phrasings', () => {
    const polish = '# Śledzenie\n\nDomena jest gotowa i czeka na to, co dalej. Aby włączyć HTTPS dla śledzonych linków, skontaktuj się z naszym zespołem wsparcia.';
    const { tasks } = listTasks(siteOf({ 'a.md': `# A\n\n${handover}`, 'pl/a.md': polish }, registry));
    const [https] = tasks;
    expect(https!.mentions.map((mention) => mention.page.path)).toEqual(['a.md', 'pl/a.md']);
    expect(wordingsOf(https!)).toContain('enable SSL on tracked links');
  });

  test('each has its state', () => {
    const files = { 'a.md': `# A\n\n${handover}`, 'links.md': guide, 'keys.md': '# Keys\n\n## Create an API key\n\n1. Click **New**.', 'b.md': '# B\n\nTo downgrade your plan, contact sales.' };
    const states = (text: string) => listTasks(siteOf(files, text)).tasks.map((task) => [task.text, stateOf(task), servingPages(task).map(({ path }) => path)]);
    expect(states(registry)).toEqual([
      ['turn on SSL for tracked links', 'unlinked', ['links.md']],
      ['add a dedicated IP address', 'unserved', []],
      ['downgrade your plan', 'gap', []],
      ['Create an API key', 'served', ['keys.md']],
    ]);
    expect(states('')[0]).toEqual(['enable SSL on tracked links', 'unlinked', ['links.md']]);
  });
});

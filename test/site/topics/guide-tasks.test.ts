import { describe, expect, test } from 'vitest';
import { extractPage } from '../../../src/content/extract/index.ts';
import { createParsers } from '../../../src/content/parse.ts';
import type { Page } from '../../../src/content/types.ts';
import { sharedTasks } from '../../../src/site/topics/guide-tasks.ts';
import { createJoinFinder } from '../../../src/site/topics/joins.ts';

const parsers = await createParsers('satteri');
const steps = '1. Open **Settings > Addresses**.\n2. Enter the domain that you send from.\n';

function guide(path: string, title: string, body: string): Page {
  const source = `---\ntitle: ${title}\n---\n\nThis is what you need to know of it before you begin with the rest.\n\n${body}`;
  return pageOf(path, source);
}

function pageOf(path: string, source: string): Page {
  return { path, route: `/${path}`, dialect: 'md', locale: '', source, ...extractPage(path, 'md', source, parsers, { labels: false }, { parse: 0, extract: 0 }) };
}

const told = (...pages: Page[]) => [...sharedTasks(pages, []).values()].flat().map(({ key, told }) => `${key} by ${told.join(' and ')}`);

describe('guides of one task', () => {
  test('by their titles, however these word it', () => {
    expect(told(guide('a.md', 'Setting up reverse DNS', steps), guide('b.md', 'How do I configure a reverse DNS?', steps))).toEqual(['configure: dn revers by title and title']);
  });

  test('by the title of one and a section of the other that steps follow', () => {
    expect(told(guide('a.md', 'Set up reverse DNS', steps), guide('b.md', 'Dedicated addresses', `## Set up reverse DNS\n\n${steps}`))).toEqual(['configure: dn revers by title and heading']);
  });

  test('by the sentence on the purpose of one', () => {
    const named = pageOf('b.md', `---\ntitle: Addresses\n---\n\nThis guide shows how to set up reverse DNS.\n\n${steps}`);
    expect(told(guide('a.md', 'Set up reverse DNS', steps), named)).toEqual(['configure: dn revers by title and purpose']);
  });

  test.each([
    ['that both tell in a heading only', guide('a.md', 'Addresses', `## Set up reverse DNS\n\n${steps}`), guide('b.md', 'Domains', `## Set up reverse DNS\n\n${steps}`)],
    ['of which one tells no steps', guide('a.md', 'Set up reverse DNS', steps), guide('b.md', 'Set up reverse DNS', 'It is easy.')],
    ['that do something else to one thing', guide('a.md', 'Set up reverse DNS', steps), guide('b.md', 'Delete reverse DNS', steps)],
  ])('not pages %s', (_, one, other) => {
    expect(told(one, other)).toEqual([]);
  });

  test('a task that many pages tell joins none of them', () => {
    const pages = (count: number) => Array.from({ length: count }, (_, index) => guide(`${index}.md`, 'Set up reverse DNS', steps));
    expect(sharedTasks(pages(6), []).size).toBe(15);
    expect(sharedTasks(pages(7), []).size).toBe(0);
  });
});

describe('what joins guides beside their task', () => {
  const joins = (one: Page, other: Page, rest: Page[] = []) => createJoinFinder([one, other, ...rest], () => new Set())(one, other);

  test('a link, the last step, a menu path', () => {
    const link = '3. Add the record at [the host](https://hosts.example/records/#new).\n';
    expect(joins(guide('a.md', 'A', steps + link), guide('b.md', 'B', steps + link))).toEqual([
      'both link to https://hosts.example/records',
      'both end in one step, “Add the record at the host.”',
      'both lead to “settings > addresses”',
    ]);
  });

  test('nothing that stands on many pages', () => {
    const rest = Array.from({ length: 5 }, (_, index) => guide(`${index}.md`, 'C', steps));
    expect(joins(guide('a.md', 'A', steps), guide('b.md', 'B', steps), rest)).toEqual([]);
  });

  test('the name that the other has had', () => {
    const today = guide('a.md', 'Link branding (formerly Link whitelabel)', 'Text.');
    expect(joins(today, guide('b.md', 'Link Whitelabel', 'Text.'))).toEqual(['a.md says that it is what b.md was called']);
    expect(joins(today, guide('b.md', 'Whitelabel', 'Text.'))).toEqual(['a.md says that it is what b.md was called']);
    expect(joins(today, guide('b.md', 'Domains', 'Text.'))).toEqual([]);
  });
});

test('the opening of a page is its first paragraph, and nothing further down', () => {
  const openingOf = (source: string) => pageOf('a.md', source).facts.opening;
  expect(openingOf('# Title\n\nFirst **paragraph**.\n\nSecond.')).toBe('First paragraph.');
  expect(openingOf('# Title\n\n- A list.\n\nA paragraph.')).toBe('');
  expect(openingOf('# Title\n\n## Section\n\nA paragraph.')).toBe('');
});

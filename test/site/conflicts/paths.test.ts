import { describe, expect, test } from 'vitest';
import { extractPage } from '../../../src/content/extract/index.ts';
import { createParsers } from '../../../src/content/parse.ts';
import type { Page } from '../../../src/content/types.ts';
import { pathConflicts } from '../../../src/site/conflicts/paths.ts';

const parsers = await createParsers('satteri');

function pageOf(path: string, body: string): Page {
  const source = `---\ntitle: About ${path}\n---\n\n${body}\n`;
  return { path, route: `/${path}`, dialect: 'md', locale: '', source, ...extractPage(path, 'md', source, parsers, { labels: false }, { parse: 0, extract: 0 }) };
}

const valuesOf = (...bodies: string[]) => pathConflicts(bodies.map((body, index) => pageOf(`${index}.md`, body))).map(({ subject, statements }) => [subject, statements.map(({ value }) => value)]);

describe('ways to one place', () => {
  test('two that have a word in common disagree', () => {
    expect(valuesOf('Go to **Account settings > API keys**.', 'Go to **Settings** > **Security** > **API keys**.', 'See **Settings > Security > API keys**.')).toEqual([
      ['path: api keys', ['Account settings > API keys', 'Settings > Security > API keys', 'Settings > Security > API keys']],
    ]);
  });

  test.each([
    ['on which no two pages agree', ['Go to **Account settings > API keys**.', 'Go to **Settings > Security > API keys**.']],
    ['that leaves out a step', ['Go to **Account > Settings > API keys**.', 'Go to **Settings > API keys**.']],
    ['through another menu altogether', ['Go to **Mail > Preferences**.', 'Go to **Console > Preferences**.']],
    ['that one page tells beside the other', ['Go to **Settings > Team > API keys** or **Settings > API keys > Team**.', 'Go to **Settings > Team > API keys** or **Settings > Keys > API keys**.']],
    ['to a place that each section has', ['Go to **Settings > Team > General**.', 'Go to **Settings > Site > General**.']],
    ['to places of a name that stands everywhere', ['Go to **Team settings > Access rights**.', 'Go to **Site settings > Access rights**.', 'Go to **User settings > Access rights**.', 'Go to **Group settings > Access rights**.']],
  ])('none %s', (reason, bodies) => {
    expect(valuesOf(...bodies, ...(reason.includes('agree') ? [] : bodies.slice(-1)))).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lint } from '../../../src/engine/run.ts';
import { compare } from '../../../src/site/topics/compare.ts';
import { comparedPages } from '../../../src/site/topics/editions.ts';
import { inboundOf } from '../../../src/site/topics/keep.ts';
import { writeTree } from '../../content/tree.ts';
import { readExamples } from '../../rules/examples.ts';

const examples = readExamples(readFileSync('content/rules/topic/duplicate.md', 'utf8'));

/** Vetoes against the pairs of an example on the rule's page, each with the class of evidence that it silences. */
async function vetoesIn(title: string): Promise<string[]> {
  const example = examples.find((candidate) => candidate.title === title);
  if (!example) throw new Error(`The page has no example “${title}”.`);
  const root = writeTree(Object.fromEntries(example.files.map(({ path, text }) => [path, text])));
  const { site } = await lint({ root, config: { folder: root } });
  const edges = compare(comparedPages(site.pages).pages, inboundOf(site.links), site.tasks).edges();
  return [...new Set(edges.map(({ evidence, veto }) => `${evidence.name}: ${veto?.name ?? 'counts'}`))].sort();
}

// Without these vetoes each example would be a finding: the evidence is there.
test.each([
  ['A family: one page for each provider', ['one-subject: family', 'one-text: family']],
  ['Two subjects told with one template', ['one-subject: opposition', 'one-text: opposition']],
  ['One page for each programming language', ['near-copy: code-language', 'one-subject: code-language']],
  ['A definition beside a guide', ['one-text: definition']],
  ['Release notes', ['near-copy: dated', 'one-subject: dated']],
  // The older edition is no page to compare at all.
  ['Two editions of one page', []],
  ['Generated pages', ['near-copy: generated', 'one-subject: generated']],
])('%s', async (title, expected) => {
  expect(await vetoesIn(title)).toEqual(expected);
});

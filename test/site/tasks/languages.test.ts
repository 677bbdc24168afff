import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judgeMentions } from '../../../src/site/tasks/index.ts';
import { lexicons } from '../../../src/text/lexicon/index.ts';
import { page, product } from './pages.ts';

// One sentence a line, with the verdict that it must get; `\n` begins a new paragraph.
const folder = 'test/text/lexicon';
const files = readdirSync(folder).map((name) => ({
  language: name.replace('.txt', ''),
  sentences: readFileSync(`${folder}/${name}`, 'utf8').trim().split('\n').map((line) => ({ verdict: line.slice(0, line.indexOf(':')), text: line.slice(line.indexOf(':') + 2).replaceAll('\\n', '\n') })),
}));

test('every language has its sentences', () => {
  expect(files.map(({ language }) => language).sort()).toEqual(lexicons.map(({ language }) => language).sort());
});

describe.each(files)('in $language', ({ sentences }) => {
  test.each(sentences)('$verdict: $text', ({ verdict, text }) => {
    const verdicts = judgeMentions([page('guide.md', text)], product('Postwing')).map((judged) => judged.verdict);
    // A contact that is not seen says as much as one that is only mentioned, and a wish asks for nothing to be done.
    const plain = (each: string) => (each === 'wish' ? 'mention' : each);
    const seen = verdicts.find((each) => each === 'dead-end') ?? verdicts.find((each) => plain(each) === plain(verdict)) ?? 'mention';
    expect(plain(seen)).toBe(plain(verdict));
  });
});

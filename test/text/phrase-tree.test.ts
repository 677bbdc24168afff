import { describe, expect, test } from 'vitest';
import { lexicons } from '../../src/text/lexicon/index.ts';
import { PhraseTree } from '../../src/text/phrase-tree.ts';
import { phrasesSource } from '../../src/text/phrases.ts';

const tree = (list: string[], direction: 'forward' | 'backward' = 'forward', boundary: 'letter' | 'none' = 'letter') => new PhraseTree([list], boundary, direction);
const found = (phrases: PhraseTree, text: string, offset: number): string[] =>
  phrases.at(text, offset).map(({ at }) => text.slice(Math.min(at, offset), Math.max(at, offset)));

describe('phrases that begin at an offset', () => {
  test.each([
    ['all variants', ['go(es|ing)?( back)? (in)?to'], 'Going back  into it', ['Going back  into']],
    ['one inside another', ['tabs?( bar)?'], 'tab bar', ['tab', 'tab bar']],
    ['whole words only', ['tab'], 'table', []],
    ['any ending', ['remov*'], 'removed', ['remov']],
    ['both apostrophes', ["doesn't"], 'doesn’t', ['doesn’t']],
    ['other scripts', ['нажм(и|ите)'], 'Нажмите', ['Нажмите']],
  ])('%s', (_, list, text, expected) => {
    expect(found(tree(list), text, 0)).toEqual(expected);
  });

  test('not in the middle of a word', () => {
    expect(found(tree(['tab']), 'untab', 2)).toEqual([]);
    expect(found(tree(['保存'], 'forward', 'none'), 'を保存する', 1)).toEqual(['保存']);
  });

  test('each with the lists that have it', () => {
    const lists = new PhraseTree([['in', 'on'], ['in'], ['at']], 'letter', 'forward');
    expect(lists.at('in it', 0)).toEqual([{ lists: 0b11, at: 2 }]);
  });
});

test('phrases that end at an offset', () => {
  const verbs = tree(['(right-)?click( on)?', 'on'], 'backward');
  expect(found(verbs, 'Right-click on X', 14)).toEqual(['on', 'click on', 'Right-click on']);
  expect(found(verbs, 'Clicks on X', 9)).toEqual(['on']);
});

test('a phrase that a tree cannot hold is refused', () => {
  expect(() => tree(['contact … team'])).toThrow('contact … team');
  expect(() => tree(['remov*'], 'backward')).toThrow('remov*');
});

test.each([...lexicons])('in $language it finds what the expression of the same words finds', ({ interface: words, grammar }) => {
  for (const list of [words.verbs, words.weakVerbs, words.places, words.fillers, words.called, ...Object.values(words.nouns)]) {
    const ahead = tree(list, 'forward', grammar.boundary);
    const back = tree(list, 'backward', grammar.boundary);
    const source = phrasesSource(list, grammar.boundary);
    const begins = new RegExp(source, 'iy');
    const ends = new RegExp(`(?<=${source})`, 'iy');
    const text = list.map((phrase) => phrase.replace(/\([^()]*\)\??|.\?/g, '').replace(/[^\p{L} -]/gu, '')).join(' xx ');
    for (let offset = 0; offset <= text.length; offset++) {
      begins.lastIndex = ends.lastIndex = offset;
      expect(ahead.at(text, offset).length > 0, `${offset} of ${text}`).toBe(begins.test(text));
      expect(back.at(text, offset).length > 0, `${offset} of ${text}`).toBe(ends.test(text));
    }
  }
});

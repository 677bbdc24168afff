import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../../src/content/extract/words.ts';
import { systematicReplacement } from '../../../src/site/topics/replacement.ts';

const hashes = (text: string) => Uint32Array.from(wordsOf(text), ({ hash }) => hash);
const hashOf = (word: string) => wordsOf(word)[0]!.hash;

describe('systematicReplacement', () => {
  test('sees one name in the place of another', () => {
    const page = (name: string) => hashes(`Sign in to ${name} and open the list. In ${name}, select the add-on and copy the key.`);
    expect(systematicReplacement(page('Azure'), page('Heroku'))).toEqual({ from: [hashOf('Azure')], to: [hashOf('Heroku')], times: 2 });
  });

  test('takes a single other word for a correction', () => {
    expect(systematicReplacement(hashes('It takes up to two days until the record is seen.'), hashes('It takes up to three days until the record is seen.'))).toBeNull();
  });

  test('finds nothing between a text and itself', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 9 })), (words) => systematicReplacement(Uint32Array.from(words), Uint32Array.from(words)) === null));
  });

  test('finds what was replaced, wherever it stands', () => {
    const text = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 4, maxLength: 60 }).map((words) => [...new Set(words)]);
    fc.assert(
      fc.property(text, (words) => {
        const fill = (name: number) => Uint32Array.from(words.flatMap((word, index) => (index % 4 === 1 ? [word, name] : [word])));
        const slots = words.filter((_, index) => index % 4 === 1).length;
        const found = systematicReplacement(fill(5000), fill(6000));
        return slots < 2 ? found === null : found?.times === slots && found.from[0] === 5000 && found.to[0] === 6000;
      }),
    );
  });
});

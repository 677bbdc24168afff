import { describe, expect, test } from 'vitest';
import { compiledLexicon } from '../../src/text/lexicon/compile.ts';
import { lexicons } from '../../src/text/lexicon/index.ts';
import { Phrases, phraseSyntax } from '../../src/text/phrases.ts';

/** Every list of phrases in a part of a lexicon, with its name. */
function lists(part: object, name = ''): { name: string; phrases: string[] }[] {
  return Object.entries(part).flatMap(([key, value]): { name: string; phrases: string[] }[] => {
    if (Array.isArray(value)) return [{ name: `${name}${key}`, phrases: value as string[] }];
    return typeof value === 'object' && value !== null && key !== 'synonyms' ? lists(value as object, `${name}${key}.`) : [];
  });
}

describe.each(lexicons.map((lexicon) => ({ lexicon, language: lexicon.language })))('the lexicon of $language', ({ lexicon }) => {
  const { candidates, ...contact } = lexicon.contact;
  const all = [...lists(contact, 'contact.'), ...lists(lexicon.task, 'task.'), ...lists(lexicon.topics, 'topics.'), ...lists(lexicon.pages, 'pages.')];

  test('is written in the syntax of phrases', () => {
    for (const { name, phrases } of all) {
      for (const phrase of phrases) expect(phrase, `${lexicon.language} ${name}`).toMatch(phraseSyntax);
    }
  });

  test('has candidates in plain text', () => {
    for (const candidate of candidates) expect(candidate).toMatch(/^[^()|?*…#\\[\]]+$/u);
  });

  test('leaves open no ending of a piece that is too short to be sure of', () => {
    if (lexicon.grammar.boundary === 'none') return;
    for (const { name, phrases } of all) {
      for (const stem of phrases.flatMap((phrase) => [...phrase.matchAll(/(?<![\p{L}])(\p{L}*)\*(\p{L}*)/gu)].map((match) => match[1]! + match[2]!))) {
        expect(stem.length >= 3, `${lexicon.language} ${name}: ${stem}*`).toBe(true);
      }
    }
  });

  test('begins no phrase with a gap, which would be tried at every word', () => {
    for (const { name, phrases } of all) {
      for (const phrase of phrases) expect(phrase, `${lexicon.language} ${name}`).not.toMatch(/^[(\s]*…/u);
    }
  });

  test('matches a long text of anything in reasonable time', () => {
    const texts = ['a '.repeat(4000), 'support '.repeat(1000), 'you can not be able to '.repeat(400), '请'.repeat(4000), '1'.repeat(4000), ' '.repeat(4000)];
    const begun = performance.now();
    for (const { phrases } of all) {
      const compiled = new Phrases(phrases, lexicon.grammar.boundary);
      for (const text of texts) compiled.findAll(text);
    }
    expect(performance.now() - begun).toBeLessThan(30_000);
  });

  test('compiles', () => {
    expect(compiledLexicon(lexicon.language)?.lexicon).toBe(lexicon);
  });
});

test('whole words only, in every script', () => {
  const nie = new Phrases(['nie'], 'letter');
  expect(nie.isIn('wyłącznie dla nas')).toBe(false);
  expect(nie.isIn('to nie działa')).toBe(true);
  const request = new Phrases(['a solicitud'], 'letter');
  expect(request.isIn('una solicitud nueva')).toBe(false);
  expect(new Phrases(['été'], 'letter').isIn('répété')).toBe(false);
});

test('phrases say what they match', () => {
  const phrases = new Phrases(['turn(ed|ing)? on', 'activat*', 'up to #', 'get in … with', "don't", 'page ?up'], 'letter');
  for (const text of ['turn on', 'Turned on', 'activation', 'up to 1,000', 'get in direct touch with', 'don’t', 'PageUp', 'page up']) {
    expect(phrases.is(text), text).toBe(true);
  }
  for (const text of ['turns on', 'deactivate', 'up to ten', 'get in one two three four with']) expect(phrases.isIn(text), text).toBe(false);
  expect(phrases.leads('“Turn on the light')).toBe(8);
  expect(phrases.ends('please do turn on')).toBe(true);
  expect(phrases.ends('turn on now')).toBe(false);
  expect(phrases.ends('turn on now', 1)).toBe(true);
});

test('matches stand at their offsets in the text, whatever its letters are in lower case', () => {
  const phrases = new Phrases(['Contact'], 'letter');
  expect(phrases.findAll('İİ CONTACT, contact')).toEqual([{ start: 3, end: 10 }, { start: 12, end: 19 }]);
  expect(phrases.leads('“Contact İ')).toBe(8);
});

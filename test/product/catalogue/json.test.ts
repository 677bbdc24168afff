import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/content/errors.ts';
import { readJson } from '../../../src/product/catalogue/json.ts';

const read = (tree: unknown): [string, string][] => readJson('en.json', JSON.stringify(tree)).messages.map(({ key, texts }) => [key, texts[0]!]);

describe('a JSON catalogue', () => {
  test('is flat or nested', () => {
    expect(read({ 'nav.home': 'Home', nav: { settings: 'Settings', list: ['One', 'Two'] } })).toEqual([
      ['nav.home', 'Home'],
      ['nav.settings', 'Settings'],
      ['nav.list.0', 'One'],
      ['nav.list.1', 'Two'],
    ]);
  });

  test('may describe its messages, as FormatJS and Chrome do', () => {
    expect(read({ a: { defaultMessage: 'Save', description: 'On the form' }, b: { message: 'Open', description: 'In the menu' } })).toEqual([
      ['a', 'Save'],
      ['b', 'Open'],
    ]);
    expect(read({ form: { message: 'Message', subject: 'Subject' } })).toEqual([
      ['form.message', 'Message'],
      ['form.subject', 'Subject'],
    ]);
  });

  test('leaves out what is no text', () => {
    expect(read({ version: 2, empty: '', nothing: null, on: true })).toEqual([]);
  });

  test('that cannot be read says where', () => {
    expect(() => readJson('i18n/en.json', '{\n  "a": "b",\n}')).toThrow(UsageError);
    expect(() => readJson('i18n/en.json', '{\n  "a": "b",\n}')).toThrow(/^i18n\/en\.json:3:1: /);
    expect(() => readJson('i18n/en.json', '{ "a": ')).toThrow(/^i18n\/en\.json:1:/);
    expect(() => readJson('i18n/en.json', '[]')).toThrow(UsageError);
  });
});

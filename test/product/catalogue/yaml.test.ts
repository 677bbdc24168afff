import { expect, test } from 'vitest';
import { UsageError } from '../../../src/content/errors.ts';
import { readCatalogue } from '../../../src/product/catalogue/index.ts';

const read = (source: string, path = 'config/locales/en.yml') => readCatalogue(path, Buffer.from(source));

test('a catalogue of Rails has its locale at the top', () => {
  const { language, messages } = read("pt-BR:\n  nav:\n    settings: Ajustes\n    on: yes\n  greeting: 'Oi %{name}'\n  date: {order: [day, month]}\n");
  expect(language).toBe('pt');
  expect(messages.map(({ key, texts }) => [key, texts[0]])).toEqual([['nav.settings', 'Ajustes'], ['nav.on', 'yes'], ['greeting', 'Oi %{name}'], ['date.order.0', 'day'], ['date.order.1', 'month']]);
});

test('one of bare keys gets its language from its path', () => {
  expect(read('save: Save\nopen: Open\n')).toMatchObject({ language: 'en', messages: [{ key: 'save' }, { key: 'open' }] });
});

test.each([
  ['cut off', 'en:\n  a: "Save\n', /^config\/locales\/en\.yml:\d+:\d+: the catalogue cannot be read as YAML/],
  ['with a key that stands there twice', 'en:\n  a: Save\n  a: Store\n', /^config\/locales\/en\.yml:3:\d+: .*duplicated mapping key/],
  ['empty', '', /has none|has no texts/],
  ['of a list', '- a\n', /has keys and texts/],
])('one %s is refused', (_, source, message) => {
  expect(() => read(source)).toThrow(UsageError);
  expect(() => read(source)).toThrow(message);
});

test('a catalogue in another encoding is refused', () => {
  expect(() => readCatalogue('de.json', Buffer.from('{ "a": "Schließen" }', 'latin1'))).toThrow(/de\.json: the catalogue is not in UTF-8/);
  expect(() => readCatalogue('de.json', Buffer.from('\uFEFF{ "a": "Schließen" }', 'utf16le'))).toThrow(/is not in UTF-8/);
  expect(readCatalogue('de.json', Buffer.from('\uFEFF{ "a": "Schließen" }')).messages).toHaveLength(1);
});

import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/content/errors.ts';
import { readGettext } from '../../../src/product/catalogue/gettext.ts';

const textsOf = (source: string): Record<string, string[]> => Object.fromEntries(readGettext('en.po', source).messages.map(({ key, texts }) => [key, texts]));

describe('a gettext catalogue', () => {
  test('gives each message by context and id, with its plural forms', () => {
    const source = `
msgid ""
msgstr "Language: de\\n"

#: src/a.tsx:12 src/b.tsx:3:14
msgid "Save"
msgstr "Speichern"

msgctxt "menu"
msgid "Save"
msgstr ""

#, fuzzy
msgid "%d file"
msgid_plural "%d files"
msgstr[0] "%d Datei"
msgstr[1] "%d Dateien"

#~ msgid "Old"
#~ msgstr "Alt"
`;
    expect(textsOf(source)).toEqual({ Save: ['Speichern'], 'menu\u0004Save': ['Save'], '%d file': ['%d Datei', '%d Dateien'] });
    const { language, messages } = readGettext('de.po', source);
    expect(language).toBe('de');
    expect(messages[0]!.files).toEqual(['src/a.tsx', 'src/b.tsx']);
  });

  test('joins continued strings and reads escapes and Windows line ends', () => {
    expect(textsOf('msgid ""\r\n"Say "\r\n"\\"hi\\"\\n"\r\nmsgstr ""\r\n')).toEqual({ 'Say "hi"\n': ['Say "hi"\n'] });
  });

  test.each([
    ['no gettext at all', '{ "a": "b" }', 1],
    ['a string before any keyword', '"a"\n', 1],
    ['a text that is cut off', 'msgid "a"\nmsgstr "b', 2],
    ['a message that stands there twice', 'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', 4],
  ])('says where it is %s', (_, source, line) => {
    expect(() => readGettext('i18n/en.po', source)).toThrow(UsageError);
    expect(() => readGettext('i18n/en.po', source)).toThrow(`i18n/en.po:${line}:`);
  });
});

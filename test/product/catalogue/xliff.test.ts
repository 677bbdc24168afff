import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/content/errors.ts';
import { labelsOf } from '../../../src/product/catalogue/entries.ts';
import { readXliff } from '../../../src/product/catalogue/xliff.ts';

const version12 = (units: string, target = '') => `<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file source-language="en-US" ${target} datatype="plaintext" original="ng2.template"><body>
${units}
  </body></file>
</xliff>`;

const texts = (source: string) => labelsOf(readXliff('messages.xlf', source)).map(({ key, text, inner }) => `${key}: ${text}${inner ? ' (inner)' : ''}`);

describe('XLIFF 1.2', () => {
  test('gives the text of each unit, its places and its inline elements', () => {
    const source = version12(`
      <trans-unit id="1"><source>Save &amp; close</source>
        <context-group purpose="location"><context context-type="sourcefile">src/app/form.html</context><context context-type="linenumber">12</context></context-group></trans-unit>
      <trans-unit id="2"><source>Read <x id="START_LINK" ctype="x-a" equiv-text="&lt;a&gt;"/>the terms<x id="CLOSE_LINK" ctype="x-a"/> of <x id="INTERPOLATION" equiv-text="{{ name }}"/></source></trans-unit>
      <trans-unit id="3"><source>Two<ph id="0">&lt;br/&gt;</ph>parts of <g id="1">one</g></source></trans-unit>`);
    expect(texts(source)).toEqual(['1: Save & close', '2: Read the terms of {INTERPOLATION}', '2: the terms (inner)', '3: Two{0}parts of one', '3: one (inner)']);
    const { language, messages } = readXliff('messages.xlf', source);
    expect(language).toBe('en-US');
    expect(messages[0]!.files).toEqual(['src/app/form.html']);
  });

  test('gives the translation where there is one', () => {
    const source = version12('<trans-unit id="1"><source>Save</source><target>Speichern</target></trans-unit><trans-unit id="2" resname="open"><source>Open</source><target/></trans-unit>', 'target-language="de"');
    expect(texts(source)).toEqual(['1: Speichern', 'open: Open']);
    expect(readXliff('messages.de.xlf', source).language).toBe('de');
  });
});

test('XLIFF 2.0 has segments in its units', () => {
  const source = `<xliff version="2.0" srcLang="en" trgLang="fr"><file id="ngi18n"><unit id="a1"><notes><note category="location">src/app/nav.html:3,4</note></notes>
    <segment><source>Hello <ph id="0" equiv="NAME" disp="{{name}}"/>, <pc id="1" equivStart="START_BOLD_TEXT">now</pc></source></segment></unit>
    <unit id="b2"><segment><source>Close</source><target>Fermer</target></segment></unit></file></xliff>`;
  expect(texts(source)).toEqual(['a1: Hello {NAME}, now', 'a1: now (inner)', 'b2: Fermer']);
  expect(readXliff('fr.xlf', source)).toMatchObject({ language: 'fr', messages: [{ files: ['src/app/nav.html'] }, { files: [] }] });
});

test('two files may have the same ids', () => {
  const file = (original: string, text: string) => `<file source-language="en" original="${original}"><body><trans-unit id="1"><source>${text}</source></trans-unit></body></file>`;
  expect(texts(`<xliff version="1.2">${file('a', 'One')}${file('b', 'Two')}</xliff>`)).toEqual(['1: One', 'b\u00041: Two']);
});

test.each([
  ['cut off', version12('<trans-unit id="1"><source>Save</source>').slice(0, -40), /messages\.xlf:\d+: .*is not closed; the file may be cut off/],
  ['with an id twice', version12('<trans-unit id="1"><source>A</source></trans-unit>\n<trans-unit id="1"><source>B</source></trans-unit>'), /messages\.xlf:5: .*the id “1” stands in the catalogue twice/],
  ['of another kind', '<html><body>Save</body></html>', /messages\.xlf:1: .*no <xliff> element/],
])('a file %s is refused', (_, source, message) => {
  expect(() => readXliff('messages.xlf', source)).toThrow(UsageError);
  expect(() => readXliff('messages.xlf', source)).toThrow(message);
});

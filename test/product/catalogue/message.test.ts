import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seenTexts } from '../../../src/product/catalogue/message.ts';

test.each<[string, string, string[], string[]]>([
  ['plain text', 'Save changes', ['Save changes'], []],
  ['placeholders of every kind', 'a {b} {{c}} ${d} %{e} %(f)s %s %1$d {g, number}', ['a {b} {c} {d} {e} {f} {value} {value} {g}'], []],
  ['ICU plurals', '{n, plural, =0 {No files} one {# file} other {# files}}', ['No files', '{n} file', '{n} files'], []],
  ['ICU select inside of a text', 'Add {kind, select, user {member} other {guest}} now', ['Add member now', 'Add guest now'], []],
  ['nested branches', '{a, select, x {{n, plural, one {1 x} other {# xs}}} other {none}}', ['1 x', '{n} xs', 'none'], []],
  ['tags, and what stands inside of them', 'See <0>Billing</0> or <b>pay</b><br/>', ['See Billing or pay'], ['Billing', 'pay']],
  ['a tag around the whole text', '<strong>Save</strong>', ['Save'], []],
  ['vue-i18n plurals', 'Car | Cars', ['Car | Cars', 'Car', 'Cars'], []],
  ['plurals without spaces', 'Object type|Object types', ['Object type|Object types', 'Object type', 'Object types'], []],
  ['a pipe that is meant as one', 'Yes|No', ['Yes|No'], []],
  ['vue-i18n literals and links', "me{'@'}host @:app.name", ['me@host {app.name}'], []],
  ['i18next nesting', '$t(common.save) all', ['{common.save} all'], []],
  ['entities and white space', ' Terms &amp;\n conditions&nbsp;', ['Terms & conditions'], []],
  ['braces that are not closed', 'Open {', ['Open {'], []],
])('%s', (_, message, whole, inner) => {
  expect(seenTexts(message)).toEqual({ whole, inner });
});

test('any text is read in finite time into texts that are trimmed', () => {
  const piece = fc.constantFrom('{', '}', 'plural', 'select', ',', ' one ', 'other', '#', '<0>', '</0>', '|', ' ', 'a', "'", '%', '@', '&', ';');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      for (const text of seenTexts(pieces.join('')).whole) expect(text).toBe(text.trim());
    }),
  );
});

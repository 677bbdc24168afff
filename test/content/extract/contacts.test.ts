import { expect, test } from 'vitest';
import type { ContactMention } from '../../../src/content/extract/contacts.ts';
import { page } from '../../site/tasks/pages.ts';

function mentions(source: string): ContactMention[] {
  return page('guide.md', source).facts.contacts;
}

test('points to the words of the contact and to the sentence in the source', () => {
  const source = '# Keys\n\nAll is set.\nPlease [contact **Postwing** support](https://help.postwing.example)\nto enable it.\n';
  const [mention] = mentions(source);
  expect(source.slice(mention!.range.start, mention!.range.end)).toBe('contact **Postwing** support');
  expect(source.slice(mention!.sentenceRange.start, mention!.sentenceRange.end)).toMatch(/^Please .*to enable it\.$/s);
  expect(mention).toMatchObject({ target: 'https://help.postwing.example', previous: { text: 'All is set.' }, heading: { text: 'Keys' } });
});

test.each(['con\u200Btact sup\u00ADport', '\u0441ontact supp\u043Ert', 'Please, c\u043Ent\u2060act\uFEFF support'])('points to the words in the source where letters are hidden: %j', (words) => {
  const source = `To **\u200Benable** it, ${words} today.`;
  const [mention] = mentions(source);
  expect(source.slice(mention!.range.start, mention!.range.end)).toBe(words.replace('Please, ', ''));
  expect(mention!.purpose).toMatchObject({ kind: 'administrative' });
});

test('tells who is contacted', () => {
  const agents = (text: string) => mentions(text).map(({ agent: { kind, name, owner, mailHost } }) => [kind, name, owner, mailHost]);
  expect(agents('Contact our support team.')).toEqual([['team', '', 'ours', '']]);
  expect(agents('Contact the New Relic support team.')).toEqual([['team', 'New Relic', '', '']]);
  expect(agents('Talk to your account manager.')).toEqual([['person', '', 'yours', '']]);
  expect(agents("Contact KeyCDN's support at help@keycdn.example.")).toEqual([['team', 'KeyCDN', '', 'keycdn.example']]);
  expect(agents('Contact your hosting provider.')).toEqual([['other', '', 'yours', '']]);
  expect(agents('Contact BriteVerify.')).toEqual([['name', 'BriteVerify', '', '']]);
  expect(agents('Email billing@postwing.example.')).toEqual([['address', '', '', 'postwing.example']]);
});

test('tells the purpose and where it stands', () => {
  const purpose = (text: string) => {
    const { place, lead, kind } = mentions(text)[0]!.purpose!;
    return [place, lead, kind];
  };
  expect(purpose('To enable it, contact support.')).toEqual(['before', 'do', 'administrative']);
  expect(purpose('Contact support to enable it.')).toEqual(['after', 'do', 'administrative']);
  expect(purpose('It can be enabled by contacting support.')).toEqual(['around', 'do', 'administrative']);
  expect(purpose('If you need SCIM 1.1, contact support.')).toEqual(['before', 'need', 'other']);
  expect(purpose('Contact support to discuss your options.')).toEqual(['after', 'do', 'talk']);
  expect(purpose('Contact support to do the following:\n\n- enable tracking\n- change the plan')).toEqual(['after', 'do', 'other']);
  expect(purpose('Contact support for these:\n\n- enable tracking\n- change the plan')[0]).toBe('after');
});

test('reads table cells and the row they stand in', () => {
  const [mention] = mentions('| Error | What to do |\n| --- | --- |\n| Limit reached | Contact support to remove the limit. |\n');
  expect(mention).toMatchObject({ row: 'Limit reached', purpose: { parts: [{ verb: 'remove', object: 'the limit' }] } });
});

test('a page of a language without a lexicon has none', () => {
  expect(mentions('Fyrir frekari upplýsingar hafðu samband við þjónustuver.')).toEqual([]);
});

test('is plain data', () => {
  const found = mentions('To enable it, contact support.');
  expect(JSON.parse(JSON.stringify(found))).toEqual(found);
});

test('a sentence of a megabyte is data, and costs next to nothing', () => {
  const begun = performance.now();
  expect(mentions('If you want to enable it, please contact our support team and '.repeat(17_000))).toEqual([]);
  expect(performance.now() - begun).toBeLessThan(5_000);
});

test('reads contacts in addresses of links, in brackets behind an item, and beside the purpose that is theirs', () => {
  const purpose = (text: string) => mentions(text).map(({ form, purpose: told }) => [form, told?.place, told?.text]);
  expect(purpose('[Raise your limit](https://support.postwing.example/requests/new)')).toEqual([['link', 'link', 'Raise your limit']]);
  expect(purpose('- Bitbucket (contact support)')).toEqual([['contact', 'item', 'Bitbucket']]);
  expect(purpose('If you have questions or want to upgrade your plan, contact support.')).toEqual([['contact', 'before', 'upgrade your plan']]);
  expect(purpose('Das Limit kann nur vom Support erhöht werden.')).toEqual([['channel', 'around', 'Das Limit kann erhöht werden']]);
});

test('a sentence of nothing but contacts ends', () => {
  expect(mentions('contact support; '.repeat(500))).toHaveLength(200);
});

import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/content/errors.ts';
import { parseSelfServe, selfServeSchema, textIn } from '../../src/product/self-serve.ts';

const channels = `channels:
  support:
    name: { en: Support, pl: Wsparcie }
    address: support@postwing.example
    hours: Monday to Friday, 07:00 to 19:00 UTC
    languages: [en, pl]
    response:
      - { plan: Scale, severity: Outage, within: 1 hour }
      - within: 4 hours
`;

test('a task has what the file says, with its address in the product and its place', () => {
  const text = `app: https://app.postwing.example/eu
${channels}tasks:
  https:
    phrasings: { en: [enable HTTPS on tracked links] }
    page: content/https.md
    route: /settings/links
  smaller-plan:
    phrasings: { en: [downgrade your plan], pt-BR: [reduzir o plano] }
    assisted: { reason: Split by hand., owner: billing, channel: support, response: 2 days, expires: 2027-03-31 }
    needs: [https]
`;
  const { tasks, channels: ways, file } = parseSelfServe(text, 'self-serve.yaml');
  expect(tasks).toMatchObject([
    { id: 'https', page: 'content/https.md', route: 'https://app.postwing.example/eu/settings/links', assisted: null, needs: [] },
    { id: 'smaller-plan', page: null, route: null, assisted: { channel: 'support', expires: '2027-03-31' }, needs: ['https'] },
  ]);
  expect(tasks.map(({ range }) => file.source.slice(range.start, range.end))).toEqual(['https', 'smaller-plan']);
  expect(ways).toMatchObject([{ id: 'support', languages: ['en', 'pl'] }]);
});

test('a text for each language is given in the reader’s, else in English', () => {
  const text = { en: 'Support', pl: 'Wsparcie', pt: 'Suporte' };
  expect(['pl', 'pt-BR', 'de'].map((language) => textIn(text, language))).toEqual(['Wsparcie', 'Suporte', 'Support']);
  expect(textIn({ pl: 'Wsparcie' }, 'de')).toBe('Wsparcie');
  expect(textIn('Support', 'pl')).toBe('Support');
});

describe('mistakes are told with their place', () => {
  const tasks = (body: string) => `${channels}tasks:\n  https:\n    phrasings: { en: [enable HTTPS on links] }\n${body}`;
  const assisted = (changed: Record<string, string>) =>
    tasks(`    assisted: ${JSON.stringify({ reason: 'Why.', owner: 'us', channel: 'support', response: '2 days', expires: '2027-03-31', ...changed })}\n`);
  test.each([
    ['an unknown key', tasks('    pages: a.md\n'), 's.yaml:13:5: “tasks.https.pages” is no key of the self-serve registry. Did you mean “page”?'],
    ['a language by its name', channels.replace('[en, pl]', '[en, polish]'), 's.yaml:6:21: “channels.support.languages.1”: is no language tag'],
    ['a language tag of no shape', channels.replace('pl: Wsparcie', 'p: Wsparcie'), 's.yaml:3:26: “channels.support.name.p”: is no language tag'],
    ['a wrong language of phrasings', `${channels}tasks:\n  https:\n    phrasings: { polish: [a] }\n`, 's.yaml:12:18: “tasks.https.phrasings.polish”: is no language tag'],
    ['an unknown channel', assisted({ channel: 'suport' }), 'there is no channel “suport”. Did you mean “support”?'],
    ['a date in words', assisted({ expires: 'next year' }), '“tasks.https.assisted.expires”: a date is written as 2027-03-31'],
    ['a day that no month has', assisted({ expires: '2027-02-31' }), '“tasks.https.assisted.expires”: a date'],
    ['an unknown task', tasks('    needs: [htps]\n'), 's.yaml:13:13: there is no task “htps”. Did you mean “https”?'],
    ['a task that needs itself', tasks('    needs: [https]\n'), 's.yaml:13:12: tasks need each other in a ring: “https” needs “https”.'],
    ['a ring', tasks('    needs: [b]\n  b: { phrasings: { en: [add a domain] }, needs: [https] }\n'), 'in a ring: “https” needs “b” needs “https”.'],
    ['an id with spaces', 'tasks: { turn on: { phrasings: {} } }', 's.yaml:1:10: “tasks.turn on”: an id has small letters'],
  ])('%s', (_, text, message) => {
    expect(() => parseSelfServe(text, 's.yaml')).toThrow(UsageError);
    expect(() => parseSelfServe(text, 's.yaml')).toThrow(message);
  });
});

test('an empty file is an empty registry', () => {
  expect(parseSelfServe('', 's.yaml')).toMatchObject({ tasks: [], channels: [] });
});

test('the schema in the package is the one that is checked', async () => {
  await expect(`${JSON.stringify(selfServeSchema(), null, 2)}\n`).toMatchFileSnapshot('../../src/schema/self-serve.json');
});

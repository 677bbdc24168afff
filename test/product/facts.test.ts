import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/content/errors.ts';
import { factsSchema, factText, parseFacts } from '../../src/product/facts.ts';

const file = 'product/facts.yaml';

test('a fact has what its file says, and nothing where it says nothing', () => {
  const facts = parseFacts(
    `facts:
  api-keys:
    kind: limit
    value: 100
    unit: API keys
    per: account
    scope: Free
    formerly: [50]
    raise: { to: /plans/, label: Upgrade your plan }
    warn: 80
    changed: 2026-03-31
  host: { kind: url, value: postwing.example }
  console: { kind: url, value: 'https://app.{fact.host}/{ fact.host }' }
`,
    file,
  );
  expect([...facts.keys()]).toEqual(['api-keys', 'host', 'console']);
  expect(facts.get('api-keys')).toEqual({
    id: 'api-keys', kind: 'limit', value: 100, unit: 'API keys', per: 'account', about: '', scope: 'Free', formerly: [50],
    raise: { to: '/plans/', label: 'Upgrade your plan' }, warn: 80, changed: '2026-03-31',
  });
  expect(facts.get('host')).toMatchObject({ unit: '', raise: null, warn: null, changed: '' });
  expect(facts.get('console')?.value).toBe('https://app.postwing.example/postwing.example');
});

describe('mistakes are told with their place', () => {
  const one = (lines: string) => `facts:\n  keys:\n${lines}`;
  test.each([
    ['two facts of one id', 'facts:\n  a: { kind: name, value: A }\n  b: { kind: name, value: B }\n  a: { kind: name, value: C }\n', `${file}:4:3: “a” stands here for the second time.`],
    ['a circle', "facts:\n  a: { kind: name, value: '{fact.b}' }\n  b: { kind: name, value: 'x {fact.c}' }\n  c: { kind: name, value: '{fact.b}' }\n", `${file}:4:27: “facts.c”: the value goes round in a circle: b → c → b.`],
    ['a fact that there is not', "facts:\n  host: { kind: name, value: '{fact.hots}' }\n", `${file}:2:30: “facts.host”: there is no fact “hots”. Did you mean “host”?`],
    ['no value', one('    kind: name\n'), `${file}:2:3: “facts.keys.value”: expected number or string`],
    ['a value of the wrong type', one('    kind: name\n    value: [1]\n'), `${file}:4:12: “facts.keys.value”: expected number or string`],
    ['a limit in words', one('    kind: limit\n    value: a hundred\n    unit: keys\n'), `${file}:4:12: “facts.keys”: the value of a limit is a number.`],
    ['a version that YAML takes for a number', one('    kind: version\n    value: 2.10\n'), `${file}:4:12: “facts.keys”: the value of a version is a text; put it in quotation marks.`],
    ['a limit of nothing', one('    kind: limit\n    value: 3\n'), `${file}:2:3: “facts.keys”: a limit needs a “unit”`],
    ['a price without currency', one('    kind: price\n    value: 3\n    unit: dollars\n'), `${file}:5:11: “facts.keys”: a price needs a currency`],
    ['a warning behind the limit', one('    kind: limit\n    value: 3\n    unit: keys\n    warn: 3\n'), `${file}:6:11: “facts.keys”: “warn” is a number below the limit.`],
    ['an unknown key', one('    kind: limit\n    value: 3\n    units: keys\n'), `${file}:5:5: “facts.keys.units” is no key of the file of facts. Did you mean “unit”?`],
    ['an unknown kind', one('    kind: quota\n    value: 3\n'), `${file}:3:11: “facts.keys.kind”: `],
    ['an id with capitals', 'facts:\n  Keys: { kind: name, value: A }\n', `${file}:2:3: “facts.Keys”: `],
    ['a date in words', one('    kind: name\n    value: A\n    changed: yesterday\n'), `${file}:5:14: “facts.keys.changed”: a date is written as 2026-03-31`],
    ['nothing at all', '', `${file}: “facts”: `],
    ['aliases without end', `a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c, *c]\n`, `${file}: Excessive alias count`],
  ])('%s', (_, source, message) => {
    expect(() => parseFacts(source, file)).toThrow(message);
  });
});

test('any text is read as facts or refused as the user’s mistake', () => {
  const piece = fc.constantFrom('facts:', '\n', '  ', 'a:', ' {', '}', '[', ']', '&x ', '*x', 'kind: name', 'value: ', '1', '{fact.a}', ', ', "'", '- ', '|', '#', '\t', ': ');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      try {
        parseFacts(pieces.join(''), file);
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
      }
    }),
  );
});

test.each([
  [{ kind: 'limit', value: 12_500, unit: 'messages' }, 'en', '12,500'],
  [{ kind: 'limit', value: 12_500, unit: 'messages' }, 'de', '12.500'],
  [{ kind: 'price', value: 30, unit: 'USD' }, 'en', '$30'],
  [{ kind: 'price', value: 29.9, unit: 'USD' }, 'en', '$29.90'],
  [{ kind: 'price', value: 30, unit: 'EUR' }, 'pl', '30\u00a0€'],
  [{ kind: 'version', value: '2.10', unit: '' }, 'en', '2.10'],
] as const)('%j in %s reads %s', (fact, locale, text) => {
  expect(factText(fact, locale)).toBe(text);
});

test('the schema in the package is the one that is checked', async () => {
  await expect(`${JSON.stringify(factsSchema(), null, 2)}\n`).toMatchFileSnapshot('../../src/schema/facts.json');
});

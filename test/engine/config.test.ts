import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { configSchema, findConfig, parseConfig } from '../../src/engine/config.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'waymark-config-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('mistakes are told with their place and the closest name', () => {
  const cases = [
    ['an unknown key', 'product:\n  name: [Postwing]\n', 'w.yaml:2:3: “product.name” is no key of the configuration. Did you mean “names”?'],
    ['an unknown key at the top', 'ignor: []\n', 'w.yaml:1:1: “ignor” is no key of the configuration. Did you mean “ignore”?'],
    ['an unknown rule', 'rules:\n  help/dead-ends: error\n', 'w.yaml:2:3: there is no rule “help/dead-ends”. Did you mean “help/dead-end”?'],
    ['an unknown severity', 'rules:\n  help/dead-end: fatal\n', 'w.yaml:2:18: “rules.help/dead-end”: '],
    ['a value of the wrong kind', 'ignore: drafts\n', 'w.yaml:1:9: “ignore”: '],
    ['broken YAML', 'rules: [\n', 'w.yaml:2:1: '],
  ];
  test.each(cases)('%s', (_, text, message) => {
    expect(() => parseConfig(text, 'w.yaml')).toThrow(message);
  });
});

test('an empty file is an empty configuration', () => {
  expect(parseConfig('', 'w.yaml')).toEqual({});
});

test('the nearest configuration above holds, up to the root of the repository', () => {
  const repository = path.join(scratch, 'repository');
  mkdirSync(path.join(repository, '.git'), { recursive: true });
  mkdirSync(path.join(repository, 'docs/guides'), { recursive: true });
  writeFileSync(path.join(scratch, 'waymark.config.yaml'), 'parser: remark\n');
  expect(findConfig(path.join(repository, 'docs/guides'))).toEqual({ folder: path.join(repository, 'docs/guides') });
  writeFileSync(path.join(repository, 'waymark.config.yaml'), 'content: docs\n');
  expect(findConfig(path.join(repository, 'docs/guides'))).toEqual({ folder: repository, content: 'docs' });
});

test('the schema in the package is the one that is checked', async () => {
  await expect(`${JSON.stringify(configSchema(), null, 2)}\n`).toMatchFileSnapshot('../../src/schema/config.json');
});

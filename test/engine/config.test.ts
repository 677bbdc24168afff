import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/content/errors.ts';
import { findConfig, parseConfig, readConfig } from '../../src/engine/config.ts';
import { configSchema } from '../../src/engine/config-schema.ts';
import { writeTree } from '../content/tree.ts';

describe('mistakes are told with their place and the closest name', () => {
  const cases = [
    ['an unknown key', 'product:\n  name: [Postwing]\n', 'w.yaml:2:3: “product.name” is no key of the configuration. Did you mean “names”?'],
    ['an unknown key at the top', 'ignor: []\n', 'w.yaml:1:1: “ignor” is no key of the configuration. Did you mean “ignore”?'],
    ['an unknown rule', 'rules:\n  help/dead-ends: error\n', 'w.yaml:2:3: “rules.help/dead-ends” is no key of the configuration. Did you mean “help/dead-end”?'],
    ['an unknown rule for some files', 'overrides:\n  - files: [a]\n    rules: { link/brokn: off }\n', 'w.yaml:3:14: “overrides.0.rules.link/brokn” is no key of the configuration. Did you mean “link/broken”?'],
    ['an unknown option of a rule', 'rules:\n  link/broken: { severty: off }\n', 'w.yaml:2:18: “rules.link/broken.severty” is no key of the configuration. Did you mean “severity”?'],
    ['an unknown certainty', 'rules:\n  link/broken: { severity: { sure: off } }\n', 'w.yaml:2:30: “rules.link/broken.severity.sure” is no key of the configuration. Did you mean “'],
    ['an unknown severity', 'rules:\n  help/dead-end: fatal\n', 'w.yaml:2:18: “rules.help/dead-end”: expected “off”, “info”, “warning”, “error” or keys with values'],
    ['a value of the wrong kind', 'ignore: drafts\n', 'w.yaml:1:9: “ignore”: '],
    ['broken YAML', 'rules: [\n', 'w.yaml:2:1: '],
    ['a key that objects have by themselves', '__proto__: { rules: {} }\n', 'w.yaml:1:1: “__proto__” is no key of the configuration.'],
    ['a rule that objects have by themselves', 'rules:\n  constructor: off\n', 'w.yaml:2:3: “rules.constructor” is no key of the configuration.'],
  ];
  test.each(cases)('%s', (_, text, message) => {
    expect(() => parseConfig(text, 'w.yaml')).toThrow(message);
  });
});

test('an empty file is an empty configuration', () => {
  expect(parseConfig('', 'w.yaml')).toEqual({});
});

describe('the configuration of a folder', () => {
  test('is the nearest above, up to the root of the repository', () => {
    const scratch = writeTree({ 'repository/.git/HEAD': '', 'repository/docs/guides/a.md': '', 'waymark.config.yaml': 'parser: remark\n' });
    const repository = path.join(scratch, 'repository');
    const folder = path.join(repository, 'docs/guides');
    expect(findConfig(folder)).toEqual({ folder });
    writeFileSync(path.join(repository, 'waymark.config.yaml'), 'content: docs\n');
    expect(findConfig(folder)).toMatchObject({ folder: repository, content: 'docs' });
  });

  test('may be JSON, or a key of package.json', () => {
    const json = writeTree({ 'waymark.config.json': '{ "$schema": "x", "content": "docs" }' });
    expect(findConfig(json)).toMatchObject({ content: 'docs' });
    const manifest = writeTree({ 'package.json': '{\n\t"name": "x",\n\t"waymark": {\n\t\t"content": "docs"\n\t}\n}\n' });
    expect(findConfig(manifest)).toMatchObject({ content: 'docs', folder: manifest });
    const wrong = writeTree({ 'package.json': '{ "waymark": { "contents": "docs" } }' });
    expect(() => findConfig(wrong)).toThrow('package.json:1:16: “waymark.contents” is no key of the configuration. Did you mean “content”?');
  });
});

describe('extends', () => {
  test('keys hold where the file itself says nothing, and lists of files grow', () => {
    const root = writeTree({
      '.git/HEAD': '',
      'waymark.config.yaml': 'extends: [./shared/base.yaml, "@acme/docs"]\nrules: { link/broken: off }\nignore: [own/**]\n',
      'shared/base.yaml': 'rules: { link/broken: warning, link/anchor: warning }\nignore: [base/**]\nproduct: { names: [Base], domains: [base.example] }\n',
      'node_modules/@acme/docs/package.json': '{ "waymark": { "product": { "names": ["Acme"] } } }',
    });
    const { rules, ignore, product, layers } = findConfig(root);
    expect({ rules, ignore, product }).toEqual({
      rules: { 'link/broken': 'off', 'link/anchor': 'warning' },
      ignore: ['base/**', 'own/**'],
      product: { names: ['Acme'], domains: ['base.example'] },
    });
    expect(layers!.map(({ file }) => path.basename(file))).toEqual(['base.yaml', 'package.json', 'waymark.config.yaml']);
    expect(layers![0]!.placeOf(['rules', 'link/anchor'], 'key')).toMatch(/base\.yaml:1:32$/);
  });

  /** What the configuration of a repository beside a secret answers. */
  function failure(config: string, more: Record<string, string> = {}): string {
    const outside = writeTree({ 'secret.yaml': 'password: 1\n', 'repository/.git/HEAD': '', 'repository/waymark.config.yaml': config });
    const root = path.join(outside, 'repository');
    for (const [name, text] of Object.entries(more)) writeFileSync(path.join(root, name), text);
    mkdirSync(path.join(root, 'node_modules'));
    symlinkSync('../secret.yaml', path.join(root, 'linked.yaml'));
    try {
      return JSON.stringify(findConfig(root));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      return error.message;
    }
  }

  test.each([
    ['outside the repository', 'extends: ../secret.yaml\n', /waymark\.config\.yaml:1:10: “\.\.\/secret\.yaml” leads out of the repository/],
    ['outside through a symbolic link', 'extends: [./linked.yaml]\n', /:1:11: “\.\/linked\.yaml” leads out of the repository/],
    ['an absolute path', 'extends: /etc/passwd\n', /there is no package “\/etc\/passwd”/],
    ['a package that is a path', 'extends: "@acme/../../../secret"\n', /there is no package/],
    ['a package that is not there', 'extends: acme\n', /:1:10: there is no package “acme” in node_modules/],
    ['a file that is not there', 'extends: ./gone.yaml\n', /“\.\/gone\.yaml” cannot be read: there is no such file/],
    ['a folder', 'extends: ./node_modules\n', /is no file/],
    ['itself', 'extends: ./waymark.config.yaml\n', /extends this file in turn/],
    ['an unknown key there', 'extends: ./base.yaml\n', /base\.yaml:1:1: “contnt” .*“content”/],
  ])('refuses %s', (_, config, message) => {
    const told = failure(config, { 'base.yaml': 'contnt: docs\n' });
    expect(told).toMatch(message);
    expect(told).not.toContain('password');
  });
});

test('a few lines that stand for gigabytes are refused', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]', ...Array.from({ length: 12 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}]`)];
  expect(() => parseConfig(`${lines.join('\n')}\n`, 'w.yaml')).toThrow(UsageError);
});

test('a named file may lie anywhere, its paths are relative to the folder given', () => {
  const root = writeTree({ 'settings/docs.yaml': 'content: docs\n' });
  expect(readConfig(path.join(root, 'settings/docs.yaml'), root)).toMatchObject({ folder: root, content: 'docs' });
});

test('the schema in the package is the one that is checked', async () => {
  await expect(`${JSON.stringify(configSchema(), null, 2)}\n`).toMatchFileSnapshot('../../src/schema/config.json');
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isSupported, neededNode } from '../../bin/node.mjs';

test.each([
  ['20.20.2', false],
  ['22.17.1', false],
  ['22.18.0', true],
  ['23.11.0', false],
  ['24.0.0', true],
  ['26.1.0', true],
])('Node %s: %s', (version, supported) => {
  expect(isSupported(version)).toBe(supported);
});

test('package.json asks for the same', () => {
  expect(manifest('package.json').engines).toEqual({ node: '^22.18.0 || >=24.0.0' });
  expect(neededNode).toBe('Node 22.18 or a later 22, or Node 24 or later');
});

test('every Node that a clone may install for itself is a supported one', () => {
  const versions = Object.values<string>(manifest('scripts/node/package.json').optionalDependencies);
  expect(versions.filter((version) => !isSupported(version))).toEqual([]);
});

function manifest(file: string) {
  return JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));
}

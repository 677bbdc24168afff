import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { lint } from '../../src/engine/run.ts';

let folder = '';

afterEach(() => rmSync(folder, { recursive: true }));

function tree(config: string): string {
  folder = mkdtempSync(path.join(tmpdir(), 'waymark-'));
  writeFileSync(path.join(folder, 'waymark.config.yaml'), config);
  writeFileSync(path.join(folder, 'account.md'), '---\ntitle: Account\n---\n\nTo delete your account, contact our support team.\n');
  writeFileSync(path.join(folder, 'tracking.md'), '---\ntitle: Tracking\n---\n\nTo enable click tracking, contact our support team.\n');
  return folder;
}

async function told(config: string) {
  const { findings } = await lint({ root: tree(config) });
  return findings.filter(({ rule }) => rule.startsWith('help/')).map(({ topic, owner }) => [topic, owner]);
}

test('findings on contacts have a topic', async () => {
  expect(await told('')).toEqual([['account', undefined], ['feature', undefined]]);
});

test('a topic can be off, and another be sent to somebody', async () => {
  expect(await told('help: { topics: { account: off, feature: product@postwing.example } }')).toEqual([['feature', 'product@postwing.example']]);
});

test('an unknown topic is an error of the configuration', async () => {
  await expect(told('help: { topics: { accounts: off } }')).rejects.toThrow(/accounts/);
});

import { describe, expect, test } from 'vitest';
import { compiledLexicon } from '../../src/text/lexicon/compile.ts';
import { readTask } from '../../src/text/task.ts';

const words = compiledLexicon('en')!;
const read = (text: string) => readTask(text, words).parts.map(({ verb, object }) => `${verb}: ${object}`);

describe('a task is read', () => {
  test.each([
    ['enable SSL click and open tracking for you', ['enable: SSL click and open tracking']],
    ['turn on HTTPS for tracked links', ['enable: HTTPS for tracked links']],
    ['request that SSL click and open tracking be enabled on your account', ['enable: SSL click and open tracking']],
    ['have your limit raised', ['increase: limit']],
    ['the addition of more than 1 IP address', ['add: more than 1 IP address']],
    ['validate your CDN settings and enable tracking', ['validate: your CDN settings', 'enable: tracking']],
    ['upgrade or downgrade your plan', ['upgrade: your plan', 'downgrade: your plan']],
    ['make a change to your account', ['change: your account']],
    ['request a signed agreement', ['request: signed agreement']],
    ['gain access', ['get access to: ']],
  ])('%s', (text, parts) => {
    expect(read(text)).toEqual(parts);
  });
});

test.each(['discuss your options', 'help you enable it', 'learn more about plans', 'migration assistance', 'verify your account'])('a talk is no task: %s', (text) => {
  expect(readTask(text, words).kind).toBe('talk');
});

test('other purposes name no verb', () => {
  expect(readTask('SCIM 1.1', words)).toEqual({ kind: 'other', parts: [{ verb: '', object: 'SCIM 1.1' }] });
});

import { expect, test } from 'vitest';
import { waymark } from '../examples/run.ts';

const root = ['--root', 'examples/postwing'];

test('explains the contact on a line: who, what for, and what it led to', () => {
  const { status, stdout } = waymark('explain', ...root, 'examples/postwing/content/tracking/secure-click-tracking.md:22');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^content\/tracking\/secure-click-tracking\.md:22 {2}“To turn on HTTPS for tracked links, contact support/);
  expect(stdout).toMatch(/^ {2}verdict +dead-end, class purpose$/m);
  expect(stdout).toMatch(/^ {2}contact +“support”, contact, team$/m);
  expect(stdout).toMatch(/^ {2}purpose +“turn on HTTPS for tracked links”, before the contact, administrative$/m);
  expect(stdout).toMatch(/^ {2}task +enable HTTPS for tracked links$/m);
});

test('says when a line names no contact', () => {
  expect(waymark('explain', ...root, 'content/tracking/secure-click-tracking.md:1').stdout).toBe('content/tracking/secure-click-tracking.md:1 names no contact.\n');
});

test('refuses what it cannot explain', () => {
  expect(waymark('explain', ...root, 'no-such-page.md:1')).toMatchObject({ status: 2, stderr: expect.stringMatching(/no-such-page\.md is no page of the tree in .*--root/) as string });
  expect(waymark('explain', 'something')).toMatchObject({ status: 2, stderr: expect.stringContaining('“something” is nothing that can be explained') as string });
});

test('explains two pages: what was measured, what speaks for one topic, what tells them apart, and what follows', () => {
  const { status, stdout } = waymark('explain', ...root, 'content/sending/links-behind-a-cdn.md', 'content/account/custom-certificates.md');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^ {2}tasks +Both serve “/m);
  expect(stdout).toMatch(/^for one topic\n {2}one-task +Both end in one task/m);
  expect(stdout).toMatch(/^A finding: nothing silences one-task/m);
  expect(waymark('explain', ...root, 'content/index.md', 'content/index.md')).toMatchObject({ status: 2, stderr: expect.stringContaining('Name two') as string });
});

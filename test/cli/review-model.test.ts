import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeTree } from '../content/tree.ts';
import { saying, send, startModel } from '../review/model/server.ts';

const nouns = ['retries', 'calls', 'rows', 'seats', 'topics', 'keys'];
const limits = Object.fromEntries(nouns.map((noun) => [`${noun === 'keys' ? 'secret/' : ''}${noun}.md`, `# The ${noun}\n\nFor each event a call is made. Only our support team can raise the number of ${noun}.\n`]));

/** `waymark review` as a user runs it, while a server of the test answers. */
function review(root: string, options: string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['bin/waymark.mjs', 'review', root, '--cache-location', path.join(root, '.kept'), ...options], { env: { ...process.env, ...environment } });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  const ended = new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve) => child.on('close', (status) => resolve({ status, stdout, stderr })));
  return { child, ended };
}

function decisionsOf(root: string): { member: string; verdict: string }[] {
  const file = path.join(root, 'waymark.decisions');
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as { member: string; verdict: string }) : [];
}

describe('waymark review --model', { timeout: 120_000 }, () => {
  test('judges without a terminal, tells each verdict and the tokens so far, and never prints or sends the key elsewhere', async () => {
    const root = writeTree(limits);
    const { url, received } = await startModel(() => saying('fault', 'Only people can.'));
    const key = 'sk-a-key-of-the-test';
    const { status, stdout, stderr } = await review(root, ['--model', 'small:7b', '--url', url], { WAYMARK_MODEL_KEY: key, OPENAI_API_KEY: 'sk-another', OPENAI_ORG_ID: 'org-1' }).ended;
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^1\/6 fault help\/dead-end \w[^\n]*\.md:3: Only people can\. \(100 tokens so far\)\n[^]*\n6 faults, 0 fine, 0 undecided, with 600 tokens\.\n$/);
    expect(received[0]).toMatchObject({ path: '/v1/chat/completions', headers: { authorization: `Bearer ${key}`, 'user-agent': 'waymark' } });
    expect(Object.keys(received[0]!.headers).filter((name) => /stainless|openai/.test(name))).toEqual([]);
    expect(stdout + readFileSync(path.join(root, 'waymark.decisions'), 'utf8')).not.toContain(key);
    expect(decisionsOf(root)).toHaveLength(6);
  });

  test('shows with --dry-run exactly what it would send, and sends it to nobody', async () => {
    const root = writeTree(limits);
    const { url, received } = await startModel(() => saying('fault'));
    const dry = await review(root, ['--model', 'small', '--url', url, '--dry-run']).ended;
    expect(dry.stdout).toMatch(/\n6 questions with [\d,]+ characters for small at http:\/\/127.*\. Nothing was sent\.\n$/);
    expect(received).toEqual([]);
    await review(root, ['--model', 'small', '--url', url]).ended;
    expect(received).toHaveLength(6);
    for (const { body } of received) for (const { content } of body.messages) expect(dry.stdout).toContain(content);
  });

  test('never sends pages of “review: private:”, nor what names them', async () => {
    const twin = '# A twin of all\n\nOnly our support team can raise the number of retries.\n';
    const root = writeTree({ ...limits, 'secret/twin.md': twin, 'waymark.config.yaml': 'review: { private: ["secret/**"] }\n' });
    const { url, received } = await startModel(() => saying('fine'));
    const { stdout } = await review(root, ['--model', 'small', '--url', url]).ended;
    expect(stdout).toMatch(/^\d candidates not sent, because of “review: private:”\.$/m);
    expect(received.length).toBeGreaterThan(0);
    expect(received.filter(({ question }) => /secret|A twin of all|The keys/.test(question))).toEqual([]);
  });

  test('killed in the middle, loses no answer and asks nothing twice', async () => {
    const root = writeTree(limits);
    let kill = (): void => {};
    const { url, received } = await startModel(() => {
      if (received.length !== 4) return saying('fault');
      kill();
      return null;
    });
    const first = review(root, ['--model', 'small', '--url', url]);
    kill = () => first.child.kill('SIGKILL');
    await first.ended;
    expect(decisionsOf(root)).toHaveLength(3);
    const { stdout } = await review(root, ['--model', 'small', '--url', url]).ended;
    expect(stdout).toContain('3 faults');
    expect(decisionsOf(root)).toHaveLength(6);
    const answered = received.filter((each) => each.answered).map(({ question }) => question);
    expect([answered.length, new Set(answered).size]).toEqual([6, 6]);
  });

  test('takes no private address and gives no key where the configuration names the address', async () => {
    const { url, received } = await startModel(() => saying('fine'));
    const named = (address: string) => review(writeTree({ ...limits, 'waymark.config.yaml': `review: { url: '${address}' }\n` }), ['--model', 'small'], { WAYMARK_MODEL_KEY: 'sk-a-key' }).ended;
    expect(await named(url)).toMatchObject({ status: 2, stderr: expect.stringContaining('which is private. Only --url may name such an address.') });
    expect(await named(url.replace('127.0.0.1', '[::ffff:127.0.0.1]'))).toMatchObject({ status: 2, stderr: expect.stringContaining('which is private') });
    expect(await named(url.replace('127.0.0.1', 'localhost'))).toMatchObject({ status: 2, stderr: expect.stringContaining('EPRIVATE') });
    expect(received).toEqual([]);
  });

  test('says what is wrong with what it was told, and with a server that answers nobody', async () => {
    const root = writeTree(limits);
    const { url } = await startModel(({ path: asked }, response) => send(response, asked.startsWith('/v1/') ? 401 : 404));
    const told = async (...options: string[]) => (await review(root, ['--model', 'small', ...options]).ended).stderr;
    expect(await told()).toContain('--model needs the address of a server: --url http');
    expect(await told('--url', 'localhost:11434')).toContain('is no address; it begins with http:// or https://');
    expect(await told('--url', url, '--list')).toContain('take one of them');
    expect(await told('--url', url)).toContain('refuses the key (401). Set WAYMARK_MODEL_KEY');
    expect(await told('--url', url.replace('/v1', ''))).toContain('has no model “small”, or no /chat/completions (404)');
    expect(await told('--url', 'http://127.0.0.1:9/v1')).toMatch(/gave no answer 3 times in a row; the last time the connection failed \(.*\)\. What was decided is kept\./);
    expect(decisionsOf(root)).toEqual([]);
  });
});

import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { lint } from '../../src/engine/run.ts';
import { findConfig } from '../../src/engine/config.ts';
import { refuseFindings } from '../../src/portal/lint.ts';
import { writeTree } from '../content/tree.ts';
import { waymark } from '../examples/run.ts';

const broken = '# A\n\n[x](gone.md)\n';

describe('waymark config --print', () => {
  test('shows what applies to a file, and from where', () => {
    const root = writeTree({
      '.git/HEAD': '',
      'docs/a.md': broken,
      'shared.yaml': 'rules: { link/anchor: warning }\nignore: [docs/drafts/**]\n',
      'waymark.config.yaml': "extends: ./shared.yaml\nproduct:\n  names: [Postwing]\nrules:\n  link/broken: warning\noverrides:\n  - files: ['docs/**']\n    rules: { link/broken: off }\n",
    });
    const { status, stdout } = waymark('config', '--print', path.join(root, 'docs/a.md'));
    expect(status).toBe(0);
    const line = (key: string) => stdout.split('\n').find((each) => each.startsWith(`${key} `))?.replaceAll(/ +/g, ' ').replaceAll(/\(.*\/(?=[^/]*$)/g, '(');
    expect(line('product.names')).toBe('product.names ["Postwing"] (waymark.config.yaml:3:10)');
    expect(line('rules.link/broken')).toBe('rules.link/broken off (waymark.config.yaml:8:27)');
    expect(line('rules.link/anchor')).toBe('rules.link/anchor warning (shared.yaml:1:23)');
    expect(line('rules.link/image')).toBe('rules.link/image error');
    expect(waymark('config', '--print', path.join(root, 'docs/drafts/b.md')).stdout).toContain('so docs/drafts/b.md is left out');
  });
});

describe('waymark explain', () => {
  test('prints the page of a rule', () => {
    const { status, stdout } = waymark('explain', 'link/broken');
    expect({ status, head: stdout.split('\n')[0] }).toEqual({ status: 0, head: '# link/broken' });
    expect(waymark('explain', 'link/brokn')).toMatchObject({ status: 2, stderr: 'waymark: There is no rule “link/brokn”. Did you mean “link/broken”?\n' });
  });

  test('tells why a finding does not count', async () => {
    const root = writeTree({ 'a.md': '<!-- waymark-disable-next-line link/broken -- comes later -->\n[x](gone.md)\n' });
    const [silenced] = (await lint({ root })).silenced;
    const { stdout } = waymark('explain', silenced!.finding.fingerprint, '--root', root);
    expect(stdout).toContain('a.md:2: suppressed, with the reason “comes later”');
    expect(waymark('explain', '0123456789abcdef', '--root', root)).toMatchObject({ status: 2, stderr: expect.stringContaining('Nothing that is found today') });
  });
});

test('waymark self-test proves that the gate can fail', () => {
  expect(waymark('self-test')).toEqual({ status: 0, stdout: expect.stringContaining('each of them found'), stderr: '' });
});

describe('the exit code', () => {
  const warning = { 'a.md': broken, 'waymark.config.yaml': 'rules: { link/broken: warning }\n' };

  test('is 1 for more warnings than --max-warnings allows', () => {
    const root = writeTree(warning);
    expect(waymark('lint', root, '--max-warnings', '1').status).toBe(0);
    expect(waymark('lint', root, '--max-warnings', '0')).toMatchObject({ status: 1, stderr: 'waymark: 1 warning, where --max-warnings allows 0.\n' });
    expect(waymark('lint', root, '--max-warnings', 'none').status).toBe(2);
  });

  test('counts warnings that --quiet does not print', () => {
    const { status, stdout } = waymark('lint', writeTree(warning), '--quiet', '--max-warnings', '0');
    expect(status).toBe(1);
    expect(stdout).not.toContain('gone.md');
  });

  test.skipIf(!existsSync('/dev/full'))('is 2 on a full disk, with a clear error', () => {
    const root = writeTree({ 'a.md': broken });
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, ['bin/waymark.mjs', 'lint', root], { stdio: ['ignore', full, 'pipe'], encoding: 'utf8' });
    closeSync(full);
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'waymark: The output cannot be written: the disk is full.\n' });
    expect(waymark('lint', root, '--format', 'json=/dev/full')).toMatchObject({ status: 2, stderr: expect.stringContaining('the disk is full') });
  });

  test.skipIf(process.platform === 'win32')('is 2 after an interruption, with a clear error', async () => {
    const pages = Object.fromEntries(Array.from({ length: 1300 }, (_, n) => [`p${n}.md`, broken.repeat(20)]));
    // Says when somebody listens to the signal; before that, nothing has begun that could be interrupted.
    const watch = `const timer = setInterval(() => process.listenerCount('SIGINT') && (clearInterval(timer), console.error('ready')), 1).unref()`;
    const child = spawn(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(watch)}`, 'bin/waymark.mjs', 'lint', writeTree(pages)], { stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (data: Buffer) => {
      if (stderr === '') child.kill('SIGINT');
      stderr += data.toString();
    });
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('waymark: Interrupted.') });
  });
});

test('failOn ends a build with findings of that severity', async () => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  onTestFinished(() => void vi.restoreAllMocks());
  for (const [failOn, severity, ends] of [['error', 'error', true], ['error', 'warning', false], ['warning', 'warning', true], [null, 'error', false]] as const) {
    const root = writeTree({ '.git/HEAD': '', 'a.md': broken, 'waymark.config.yaml': `rules: { link/broken: ${severity} }\n${failOn ? `failOn: ${failOn}\n` : ''}` });
    const run = { ...(await lint({ root })), config: findConfig(root) };
    const build = () => refuseFindings(run);
    if (ends) expect(build).toThrow(`“failOn: ${failOn}”`);
    else expect(build).not.toThrow();
  }
});

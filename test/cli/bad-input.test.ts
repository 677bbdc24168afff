import { chmodSync, existsSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/content/errors.ts';
import { lint } from '../../src/engine/run.ts';
import { writeTree } from '../content/tree.ts';
import { waymark } from '../examples/run.ts';

const page = '---\ntitle: Help\n---\n\nText.\n';

interface Outcome {
  /** The exit code that the command line gives. */
  status: number;
  /** `path:line:column rule` of each finding. */
  findings: string[];
  /** What the command line would print on stderr. */
  message: string;
  pages: number;
}

/** Lints a tree in this process. Anything but a UsageError is a bug, and fails the test with its stack. */
async function outcomeOf(root: string): Promise<Outcome> {
  try {
    const { findings, site } = await lint({ root });
    const status = findings.some(({ severity }) => severity === 'error') ? 1 : 0;
    return { status, findings: findings.map(({ path: file, line, column, rule }) => `${file}:${line}:${column} ${rule}`), message: '', pages: site.pages.length };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { status: 2, findings: [], message: error.message, pages: 0 };
  }
}

describe('the command line', () => {
  test('exits with 2 and one line when the run failed', () => {
    expect(waymark('lint', 'no/such/folder')).toEqual({ status: 2, stdout: '', stderr: 'waymark: Cannot read no/such/folder: there is no such file or folder.\n' });
    const { status, stderr } = waymark('lint', writeTree({ 'a.md': page }), '--config', 'no-such.yaml');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^waymark: .*no-such\.yaml.*\n$/);
  });

  test('exits with 2 on an option that it does not know', () => {
    expect(waymark('lint', '--no-such-option').status).toBe(2);
  });

  test('exits with 1 on findings, and says what it skipped', () => {
    const root = writeTree({ 'a.md': page, 'logo.md': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1) });
    symlinkSync('.', path.join(root, 'round'));
    const { status, stdout, stderr } = waymark('lint', root);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('zero bytes');
    expect(stdout).toContain('round is a symbolic link to the root');
  });
});

describe('the run fails on', () => {
  test('a tree without pages', async () => {
    expect(await outcomeOf(writeTree({}))).toMatchObject({ status: 2, message: expect.stringMatching(/holds no page \(\.md, \.mdx\)/) });
    expect(await outcomeOf(writeTree({ 'notes.txt': page, 'image.png': '' }))).toMatchObject({ status: 2 });
  });

  test('a tree whose pages are all ignored', async () => {
    const root = writeTree({ '.git/HEAD': '', '.gitignore': '*.md\n', 'a.md': page });
    expect(await outcomeOf(root)).toMatchObject({ status: 2, message: expect.stringContaining('ignores') });
  });

  test.each([
    ['an unknown rule', 'rules:\n  link/brokn: off\n', /waymark\.config\.yaml:2:\d+: “rules\.link\/brokn” .*“link\/broken”/],
    ['an unknown key', 'contents: docs\n', /waymark\.config\.yaml(?::1:1)?: “contents” .*“content”/],
    ['a value of the wrong kind', 'rules:\n  link/broken: loud\n', /waymark\.config\.yaml:2:\d+: “rules\.link\/broken”/],
    ['broken YAML', 'rules: [\n', /waymark\.config\.yaml:\d+:\d+: /],
  ])('%s in the configuration', async (_, config, message) => {
    const root = writeTree({ 'a.md': page, 'waymark.config.yaml': config });
    expect(await outcomeOf(root)).toMatchObject({ status: 2, message: expect.stringMatching(message) });
  });
});

describe('a finding tells the place of', () => {
  test('a binary file', async () => {
    const root = writeTree({ 'a.md': page, 'logo.md': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1) });
    expect(await outcomeOf(root)).toMatchObject({ status: 1, findings: ['logo.md:1:1 page/syntax'] });
  });

  test('text in another encoding', async () => {
    const latin = Buffer.from('# Help\n\nGrüße\n', 'latin1');
    expect(await outcomeOf(writeTree({ 'a.md': latin }))).toMatchObject({ status: 1, findings: ['a.md:3:3 page/syntax'] });
  });

  // The permission bits of a file do not bind the super-user.
  test.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    const root = writeTree({ 'a.md': page, 'closed.md': page });
    chmodSync(path.join(root, 'closed.md'), 0);
    expect(await outcomeOf(root)).toMatchObject({ status: 1, findings: ['closed.md:1:1 page/syntax'] });
  });

  test('frontmatter that is no YAML', async () => {
    const root = writeTree({ 'a.md': '---\ntitle: "Help\n---\n\nText.\n', 'b.md': '---\ntitle: A: B\n---\n' });
    const { status, findings } = await outcomeOf(root);
    expect(status).toBe(1);
    expect(findings.map((each) => each.replace(/:\d+ /, ' '))).toEqual(['a.md:2 page/frontmatter', 'b.md:2 page/frontmatter']);
  });

  test('frontmatter with a value of the wrong kind', async () => {
    const { status, findings } = await outcomeOf(writeTree({ 'a.md': '---\ntitle: [a, b]\n---\n\nText.\n' }));
    expect(status).toBe(1);
    expect(findings[0]).toMatch(/^a\.md:2:\d+ page\/frontmatter$/);
  });

  test('MDX that is not closed; its links are checked all the same', async () => {
    const root = writeTree({ 'a.mdx': '# Help\n\n<Steps>\n\nSee [this](gone.md).\n', 'b.mdx': '# Help\n\nCosts {price\n' });
    const { status, findings } = await outcomeOf(root);
    expect(status).toBe(1);
    expect(findings.filter((each) => each.endsWith('page/syntax')).map((each) => each.split(':')[0])).toEqual(['a.mdx', 'b.mdx']);
    expect(findings).toContain('a.mdx:5:5 link/broken');
  });
});

describe('nothing is wrong with', () => {
  test('a folder with the name of a page', async () => {
    expect(await outcomeOf(writeTree({ 'a.md': page, 'folder.md/b.md': page }))).toMatchObject({ status: 0, pages: 2 });
  });

  test('Windows line endings: the same places as without', async () => {
    const source = '---\ntitle: Help\n---\n\nText.\n\nSee [this](gone.md).\n';
    expect(await outcomeOf(writeTree({ 'a.md': source.replaceAll('\n', '\r\n') }))).toMatchObject({ status: 1, findings: ['a.md:7:5 link/broken'] });
    expect((await outcomeOf(writeTree({ 'a.md': source }))).findings).toEqual(['a.md:7:5 link/broken']);
  });

  test('a byte order mark: the frontmatter is read, columns count from after it', async () => {
    expect(await outcomeOf(writeTree({ 'a.md': `\uFEFF${page}` }))).toMatchObject({ status: 0, findings: [] });
    expect((await outcomeOf(writeTree({ 'a.md': '\uFEFFSee [this](gone.md).\n' }))).findings).toEqual(['a.md:1:5 link/broken']);
  });

  test('words that every object of JavaScript has', async () => {
    const word = 'constructor';
    const task = `Setting up ${word}\n\nTo enable ${word} for __proto__, contact support.\n`;
    const source = `# ${word} __proto__ toString\n\n## ${task}\n[a]({{${word}}}/gone) &${word};\n\n\`\`\`${word}\nx\n\`\`\`\n`;
    const { findings } = await outcomeOf(writeTree({ 'a.md': source, 'b.md': `# How to enable ${word}\n\n1. Open it.\n` }));
    expect(findings).toEqual(['a.md:5:38 help/dead-end']);
  });

  test('an empty page', async () => {
    expect(await outcomeOf(writeTree({ 'a.md': '', 'b.mdx': '' }))).toMatchObject({ status: 0, findings: [] });
  });

  test('a circle of symbolic links: everything is read once', async () => {
    const root = writeTree({ 'guides/a.md': page });
    symlinkSync('..', path.join(root, 'guides', 'up'));
    expect(await outcomeOf(root)).toMatchObject({ status: 0, pages: 1 });
  });

  test('words that every object of JavaScript has', async () => {
    const words = ['constructor', 'toString', 'valueOf', '__proto__', 'hasOwnProperty'];
    const text = words.map((word) => `## ${word}\n\nTo enable the ${word}, contact support. To ${word} it, contact sales.\n\n\`\`\`${word}\nx\n\`\`\`\n`).join('\n');
    expect((await outcomeOf(writeTree({ 'a.md': `# Help\n\n${text}\nTo enable SSL on tracked links, contact support.\n`, 'b.md': `# ${words.join(' ')}\n` }))).pages).toBe(2);
  });

  test('one line of ten megabytes', async () => {
    const words = 'a long line of words and more '.repeat(340_000);
    const root = writeTree({ 'a.md': `# Help\n\n${words}\n\nSee [this](gone.md).\n` });
    const begun = performance.now();
    expect(await outcomeOf(root)).toMatchObject({ status: 1, findings: ['a.md:5:5 link/broken'] });
    expect(performance.now() - begun).toBeLessThan(30_000);
  }, 60_000);
});

test('nothing of the tree is run', async () => {
  const trap = "import { writeFileSync } from 'node:fs';\nwriteFileSync('ran', '');\nexport default {};\n";
  const root = writeTree({ 'a.mdx': `${trap}\n# Help\n\n{writeFileSync('ran', '')}\n`, 'next.config.mjs': trap, 'waymark.config.mjs': trap, 'astro.config.mjs': trap });
  await outcomeOf(root);
  expect(existsSync('ran')).toBe(false);
});

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { UsageError } from '../content/errors.ts';
import type { Finding } from '../engine/finding.ts';

export function selfTestCommand(): Command {
  return new Command('self-test').description('lint a small tree full of faults, which must fail, and the same without them, which must pass').exitOverride().action(runSelfTest);
}

const catalogue = (label: string) => JSON.stringify({ tracking: label, domains: 'Sending domains', save: 'Save changes' });
const guide = 'Every message that you send is signed with the key of your domain, so that mail servers can tell it from a forged one.';

/** A tree without faults. */
const sound: Record<string, string> = {
  'waymark.config.yaml': 'content: .\nproduct: { names: [Postwing], domains: [postwing.example] }\ninterface: { catalogues: [{ path: en.json, history: [old.json] }] }\n',
  'en.json': catalogue('Link tracking'),
  'old.json': catalogue('Tracking preferences'),
  'index.md': `# Help\n\n${guide}\n\nSee [domains](domains.md#add-a-domain).\n`,
  'domains.md': '# Domains\n\n## Add a domain\n\n1. Click **Sending domains**.\n2. Click **Save changes**.\n',
};

/** What is written in its place, and the rule that must find it. */
const faults: [rule: string, file: string, text: string][] = [
  ['link/broken', 'a.md', '# A\n\nSee [limits](limits.md).\n'],
  ['link/anchor', 'b.md', '# B\n\nSee [domains](domains.md#take-a-domain-out).\n'],
  ['link/image', 'c.md', '# C\n\n![The list of domains](list.png)\n'],
  ['ui/renamed', 'd.md', '# D\n\nClick **Tracking preferences**.\n'],
  ['help/dead-end', 'e.md', '# E\n\nTo enable SSL on tracked links, contact support.\n'],
  ['page/syntax', 'f.mdx', '# F\n\n<Steps>\n\nText.\n'],
  ['page/frontmatter', 'g.md', '---\ntitle: "G\n---\n\nText.\n'],
];

function runSelfTest(): void {
  const mended = lintTree(sound);
  if (mended.status !== 0) throw new UsageError(`The tree without faults does not pass: ${mended.rules.join(', ') || mended.message}.`);
  const faulty = lintTree({ ...sound, ...Object.fromEntries(faults.map(([, file, text]) => [file, text])) });
  const missed = faults.map(([rule]) => rule).filter((rule) => !faulty.rules.includes(rule));
  if (faulty.status !== 1 || missed.length > 0) {
    throw new UsageError(`The tree full of faults must fail with exit code 1; it gives ${faulty.status}${missed.length > 0 ? `, and nothing is found by ${missed.join(', ')}` : ''}${faulty.message && `: ${faulty.message}`}.`);
  }
  process.stdout.write(`A tree with ${faults.length} faults fails, each of them found; the same tree without them passes.\n`);
}

/** Lints a tree as a pipeline does: by the command itself, in a process of its own. */
function lintTree(files: Record<string, string>): { status: number | null; rules: string[]; message: string } {
  const root = mkdtempSync(path.join(tmpdir(), 'waymark-self-test-'));
  try {
    mkdirSync(path.join(root, '.git'));
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(root, name), text);
    const { status, stdout, stderr } = spawnSync(process.execPath, [process.argv[1]!, 'lint', '.', '--format', 'json'], { cwd: root, encoding: 'utf8' });
    const rules = status === 0 || status === 1 ? (JSON.parse(stdout) as { findings: Finding[] }).findings.map(({ rule }) => rule) : [];
    return { status, rules, message: stderr.trim() };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

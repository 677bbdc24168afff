import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lint, type Config, type Run } from '../../src/index.ts';

/** Paths that a catalogue had in the repository behind `catalog/history.bundle`, today's first, by its path in the corpus. */
const bundled: Record<string, string[]> = {
  'catalog/current/web.en-US.json': ['apps/web/locales/en-US.json', 'packages/lib/messages/en-US.json'],
};

/** Commits from one version that is taken to the next. A bundle has a commit for each change, and most change a label or two. */
const step = 30;

/**
 * Lints a corpus. One whose catalogues have their earlier versions in a git bundle gets them as history: they are
 * written to a folder of their own, which is deleted when the run is over.
 */
export async function lintWithHistory(root: string, config: Config): Promise<Run> {
  const bundle = path.join(root, 'catalog/history.bundle');
  const catalogues = config.interface?.catalogues ?? [];
  if (!existsSync(bundle) || !catalogues.some((catalogue) => catalogue.path in bundled)) return lint({ root, config });
  const folder = mkdtempSync(path.join(tmpdir(), 'waymark-history-'));
  try {
    const repository = path.join(folder, 'repository');
    execFileSync('git', ['clone', '--quiet', '--no-checkout', bundle, repository]);
    const withHistory = catalogues.map((catalogue) => ({
      ...catalogue,
      history: [...(catalogue.history ?? []), ...writeVersions(bundled[catalogue.path] ?? [], repository, folder)],
    }));
    return await lint({ root, config: { ...config, interface: { catalogues: withHistory } } });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes the first version of a catalogue and every one a step further, and gives their files, oldest first. */
function writeVersions(paths: string[], repository: string, folder: string): string[] {
  const git = (...words: string[]) => execFileSync('git', ['-C', repository, ...words], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  const commits = git('log', '--reverse', '--format=%H').trim().split('\n');
  return commits
    .filter((_, index) => index % step === 0)
    .flatMap((commit, index) => {
      const present = git('ls-tree', '-r', '--name-only', commit).split('\n');
      const catalogue = paths.find((candidate) => present.includes(candidate));
      if (catalogue === undefined) return [];
      const file = path.join(folder, `${index}-${path.basename(catalogue)}`);
      writeFileSync(file, git('show', `${commit}:${catalogue}`));
      return [file];
    });
}

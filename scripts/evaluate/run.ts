import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lint, type Run } from '../../src/index.ts';
import type { Corpus } from './corpora.ts';
import { lintWithHistory } from './history.ts';
import { measureAll } from './kinds/index.ts';
import type { Material } from './kinds/types.ts';
import type { KindReport } from './score.ts';

/** What was measured on one corpus. */
export interface CorpusReport {
  name: string;
  /** Null where no label needed the tree to be linted. */
  run: Run | null;
  kinds: Record<string, KindReport>;
}

/** Lints a corpus once and sets every label beside what was found. */
export async function measureCorpus({ name, root, labels, config }: Corpus): Promise<CorpusReport> {
  let running: Promise<Run> | null = null;
  const material: Material = {
    labels,
    run: () => (running ??= lintWithHistory(root, config)),
    lintPhrase,
  };
  const kinds = await measureAll(material);
  return { name, run: running === null ? null : await running, kinds };
}

/** Lints one paragraph as the only page of a tree. */
async function lintPhrase(text: string): Promise<Run> {
  const root = mkdtempSync(path.join(tmpdir(), 'waymark-phrase-'));
  try {
    writeFileSync(path.join(root, 'page.md'), `${text}\n`);
    return await lint({ root, config: { folder: root } });
  } finally {
    rmSync(root, { recursive: true });
  }
}

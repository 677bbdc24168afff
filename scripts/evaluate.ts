// Measures the linter on documentation that was labelled by hand: `npm run evaluate -- --help`.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../src/index.ts';
import { readCorpora, readCorpus, settingsOf, type Corpus } from './evaluate/corpora.ts';
import { lintWithHistory } from './evaluate/history.ts';
import { formatFigures, formatText } from './evaluate/print.ts';
import { formatSample } from './evaluate/read.ts';
import { measureCorpus } from './evaluate/run.ts';

const help = `npm run evaluate -- [options]

  --corpora DIR   folder of corpora, each with labels.jsonl or queries.jsonl (default ../shared/corpora)
  --labels FILE   measure this label file and nothing else
  --root DIR      tree of the label file (default: the file's folder), or a tree to read without labels
  --config FILE   settings of that tree, paths in them relative to it
  --no-config     use no settings at all
  --read N        print N findings of each tree, drawn by a fixed seed, instead of figures
  --json          print the figures as JSON
`;

try {
  await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options.help) return console.log(help);
  if (options.read !== undefined) return read(Number(options.read), options);
  const reports = [];
  for (const corpus of corporaOf(options)) reports.push(await measureCorpus(corpus));
  console.log(options.json ? formatFigures(reports) : formatText(reports));
}

type Options = ReturnType<typeof readOptions>;

function readOptions() {
  try {
    return parseArgs({
      options: {
        corpora: { type: 'string' },
        labels: { type: 'string' },
        root: { type: 'string' },
        config: { type: 'string' },
        'no-config': { type: 'boolean', default: false },
        read: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${help}`);
  }
}

function corporaOf({ corpora, labels, root, config, 'no-config': bare }: Options): Corpus[] {
  if (labels !== undefined) return [readCorpus(labels, root, config, !bare)];
  if (root !== undefined || config !== undefined) throw new UsageError('--root and --config belong to --labels or --read.');
  return readCorpora(corpora ?? path.resolve(import.meta.dirname, '../../shared/corpora'), !bare);
}

async function read(count: number, options: Options): Promise<void> {
  if (!Number.isInteger(count) || count < 1) throw new UsageError('--read takes the number of findings to print.');
  const { root, config } = options;
  const trees = root === undefined ? corporaOf(options) : [{ name: root, root, config: settingsOf(root, config, !options['no-config']), labels: null }];
  const samples = [];
  for (const tree of trees) {
    // A corpus of phrases has no tree to read.
    if (tree.labels?.every(({ kind }) => kind === 'support-phrase')) continue;
    samples.push(formatSample(tree.name, await lintWithHistory(tree.root, tree.config), count));
  }
  console.log(samples.join('\n\n\n'));
}

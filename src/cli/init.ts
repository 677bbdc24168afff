import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Command } from 'commander';
import { stringify } from 'yaml';
import { replaceFile } from '../content/change-files.ts';
import { fileErrorText, UsageError } from '../content/errors.ts';
import { findCatalogues } from '../engine/find-catalogues.ts';
import { findSite, type FoundSite } from '../engine/generators.ts';
import { openSite } from '../engine/run.ts';
import { oneLine } from '../reporters/text.ts';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };
/** Further catalogues are listed by nobody; the largest hold the interface. */
const mostCatalogues = 5;

export function initCommand(): Command {
  return new Command('init')
    .description('propose a configuration, a workflow and what git must know; nothing that is there is overwritten')
    .argument('[folder]', 'top of the repository', '.')
    .exitOverride()
    .action(runInit);
}

async function runInit(folder: string): Promise<void> {
  if (!existsSync(folder)) throw new UsageError(`${folder} does not exist.`);
  const say = (text: string): void => void process.stdout.write(`${oneLine(text)}\n`);
  const site = findSite(folder);
  const { content } = site;
  say(`Found ${site.generator}${content === '.' ? '' : `, with its pages in ${content}`}.`);
  const settings = await settingsFor(folder, site);
  const created = [
    write(folder, 'waymark.config.yaml', stringify(settings), hasConfig(folder)),
    write(folder, '.github/workflows/waymark.yml', workflow(folder, content)),
    addLines(folder, '.gitattributes', ['waymark.baseline merge=union', 'waymark.decisions merge=union']),
  ];
  for (const line of created) say(line);
  say('');
  say('Next:');
  say('1. Read waymark.config.yaml, and correct what is not so.');
  say(`2. npx waymark lint ${content}`);
  say(`3. Mend what is quick to mend; npx waymark lint ${content} --update-baseline keeps the rest for later, and everything new fails.`);
  if (settings.interface === undefined) say('4. Name the files that hold the texts of your interface under “interface”, so that stale labels are found.');
}

/** What the configuration is to say; nothing that holds without it. */
async function settingsFor(folder: string, site: FoundSite) {
  const { content, base, remark, title, url } = site;
  const told = { ...(title && { title }), ...(url && { url }), ...(base && { base }) };
  const config = { folder: path.resolve(folder), content, site: told, ...(remark && { parser: 'remark' as const }) };
  const { names, domains } = (await openSite({ root: path.join(folder, content), config })).site.product;
  const catalogues = findCatalogues(folder, content).slice(0, mostCatalogues);
  const schema = 'node_modules/waymark/src/schema/config.json';
  return {
    ...(existsSync(path.join(folder, 'package.json')) && { $schema: `./${schema}` }),
    content,
    ...(Object.keys(told).length > 0 && { site: told }),
    product: { names, domains },
    ...(remark && { parser: 'remark' }),
    ...(catalogues.length > 0 && { interface: { catalogues: catalogues.map((file) => ({ path: file })) } }),
  };
}

function hasConfig(folder: string): string | null {
  const files = ['waymark.config.yaml', 'waymark.config.yml', 'waymark.config.json'];
  const manifest = path.join(folder, 'package.json');
  if (existsSync(manifest) && /"waymark"\s*:\s*\{/.test(readFileSync(manifest, 'utf8'))) return 'package.json has a configuration';
  const file = files.find((name) => existsSync(path.join(folder, name)));
  return file ? `${file} is there` : null;
}

function write(folder: string, name: string, text: string, present: string | null = existsSync(path.join(folder, name)) ? `${name} is there` : null): string {
  if (present) return `${present}; it was left as it is.`;
  const file = path.join(folder, name);
  save(() => {
    mkdirSync(path.dirname(file), { recursive: true });
    // `wx`: whoever wrote it meanwhile keeps it.
    writeFileSync(file, text, { flag: 'wx' });
  }, name);
  return `Wrote ${name}.`;
}

/** Adds what is missing at the end of a file. */
function addLines(folder: string, name: string, lines: string[]): string {
  const file = path.join(folder, name);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const missing = lines.filter((line) => !text.split(/\r?\n/).some((each) => each.trim() === line));
  if (missing.length === 0) return `${name} says how to merge the baseline; it was left as it is.`;
  save(() => replaceFile(file, `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${missing.join('\n')}\n`), name);
  return text === '' ? `Wrote ${name}.` : `Added ${missing.length === 1 ? 'a line' : `${missing.length} lines`} to ${name}.`;
}

function save(action: () => void, name: string): void {
  try {
    action();
  } catch (error) {
    throw new UsageError(`${name} cannot be written: ${fileErrorText(error)}.`);
  }
}

/** The gate on pull requests. Names of branches reach the shell as variables, never as text of the script. */
function workflow(folder: string, content: string): string {
  const locked = existsSync(path.join(folder, 'package-lock.json'));
  // JSON is quoted as YAML is, and inside of it the shell takes the folder for one word.
  const command = JSON.stringify(`npx waymark lint '${content.replaceAll("'", "'\\''")}' --changed --policy "origin/$GITHUB_BASE_REF" --format github`);
  const paths = content === '.' ? '' : `    paths: [${JSON.stringify(`${content}/**`)}, 'waymark.*']\n`;
  return `name: Documentation
on:
  pull_request:
${paths}permissions:
  contents: read
jobs:
  waymark:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      - run: ${locked ? 'npm ci' : `npm install --no-save waymark@${version}`}
      - run: ${command}
`;
}

import path from 'node:path';
import { Command, Option } from 'commander';
import { UsageError } from '../content/errors.ts';
import { findConfig, readConfig, type Config } from '../engine/config.ts';
import { defaultMapPath, mapPathOf } from '../engine/product.ts';
import { openSite } from '../engine/run.ts';
import { renewed, type ReadSource } from '../product/map-renew.ts';
import { mapOfFile, type MapFile, type MapSource } from '../product/map-file.ts';
import { readMapFile, writeMapFile } from '../product/map-store.ts';
import { readSources } from '../product/read-sources.ts';
import { followCatalogue } from '../product/source-history.ts';
import { changesOf, mapOfChanges, readState } from '../product/state.ts';
import { formatChanges, formatImpact, type ChangesFormat } from '../reporters/interface-changes.ts';
import { formatCoverage } from '../reporters/interface-coverage.ts';
import { coverageOf } from '../site/coverage.ts';
import { impactOn } from '../site/impact.ts';
import { configOption, progress, scope, type TreeFlags } from './tree.ts';
import { wholeNumber } from './whole-number.ts';

interface MapFlags {
  config?: string;
  map?: string;
}

export function uiCommand(): Command {
  return new Command('ui')
    .description('make, show and renew the map of the interface: its labels, where they are and what they were')
    .addCommand(extractCommand())
    .addCommand(crawlCommand())
    .addCommand(historyCommand())
    .addCommand(diffCommand())
    .addCommand(impactCommand())
    .addCommand(coverageCommand());
}

function mapOption(): Option {
  return new Option('--map <file>', 'interface map to use, in place of the one that the configuration names (product/ui-map.json)');
}

function subcommand(name: string, description: string): Command {
  return new Command(name).description(description).addOption(configOption()).addOption(mapOption()).exitOverride();
}

function extractCommand(): Command {
  return subcommand('extract', 'read the labels of catalogues, or of source code without any, into the map')
    .requiredOption('--from <sources...>', 'catalogues, folders of them, or folders of source code')
    .action(async ({ from, ...flags }: MapFlags & { from: string[] }) => {
      const place = placeOf(flags);
      const sources = (await Promise.all(from.map((each) => readSources(each, place.config.folder)))).flat();
      const before = readMapFile(place.file);
      const map = sources.reduce((file, source) => renewed(file, source, { date: today() }), before);
      writeMapFile(place.file, map);
      for (const source of sources) print(readLine(source, map));
      print(`${place.shown} has them.`);
    });
}

function crawlCommand(): Command {
  return subcommand('crawl', 'read the labels, screens and menus of the live interface into the map')
    .argument('<url>', 'address of the product')
    .option('--login <file>', 'login state, as Playwright stores it')
    .addOption(wholeNumber('--pages <number>', 'screens to look at').default(100))
    .addOption(wholeNumber('--depth <number>', 'links to follow from the first screen').default(5))
    .addOption(wholeNumber('--seconds <number>', 'time to take').default(300))
    .option('--language <code>', 'ISO 639-1 code of the language that the interface is shown in', '')
    .action(async (url: string, { login, pages, depth, seconds, language, ...flags }: MapFlags & CrawlFlags) => {
      if (!/^https?:/.test(url) || !URL.canParse(url)) throw new UsageError(`${url} is no address. Write it as http://localhost:3000/ or https://app.example/`);
      const place = placeOf(flags);
      const before = readMapFile(place.file);
      const { origin, pathname } = new URL(url);
      const name = origin + pathname;
      const { crawlInterface } = await import('../product/crawl/browser.ts');
      const earlier = before.sources.find((source) => source.name === name)?.screens ?? [];
      const { labels, screens, cutOff } = await crawlInterface(url, { name, pages, depth, time: seconds * 1000, earlier, ...(language === '' ? {} : { language }), ...(login === undefined ? {} : { login }) });
      const source: ReadSource = { name, kind: 'crawl', language, labels, screens, whole: cutOff === '' };
      const map = renewed(before, source, { date: today() });
      writeMapFile(place.file, map);
      print(`${count(screens.length, 'screen')}. ${readLine(source, map)}`);
      if (cutOff === 'pages') print(`It ended at ${count(pages, 'screen')}; --pages lets it see more.`);
      if (cutOff === 'time') print(`It ended after ${count(seconds, 'second')}; --seconds gives it more.`);
      print(`${place.shown} has them.`);
    });
}

interface CrawlFlags {
  login?: string;
  pages: number;
  depth: number;
  seconds: number;
  language: string;
}

function historyCommand(): Command {
  return subcommand('history', 'follow the catalogues of the map through their git history: since when, until when, renamed to what').action(async (flags: MapFlags) => {
    const place = placeOf(flags);
    let map = readMapFile(place.file);
    const catalogues = map.sources.filter(({ kind }) => kind === 'catalogue');
    if (catalogues.length === 0) throw new UsageError(`${place.shown} has no catalogue. Read one first: waymark ui extract --from locales/en.json`);
    let followed = 0;
    for (const source of catalogues) {
      const { map: told, versions, unreadable } = await followCatalogue(map, source, path.resolve(place.config.folder, source.name), today());
      map = told;
      followed += versions;
      const past = pastOf(map, source.name);
      const renamed = past.filter(({ renamedTo }) => renamedTo !== undefined).length;
      if (versions === 0) print(`${source.name}: not in a git repository, so it has no history.`);
      else print(`${source.name}: ${count(versions, 'version')}${unreadable === 0 ? '' : `, ${unreadable} of them not readable`}; ${count(past.length, 'label')} that it has no more, ${renamed} of them with what came instead.`);
    }
    if (followed === 0) throw new UsageError('No catalogue of the map has a git history.');
    writeMapFile(place.file, map);
    print(`${place.shown} has it.`);
  });
}

function diffCommand(): Command {
  return new Command('diff')
    .description('what changed from one state of the interface to another')
    .argument('<before>', 'interface map, catalogue or folder of catalogues; REVISION:PATH for a revision of git')
    .argument('<after>', 'the same, of the later state')
    .addOption(formatOption(['text', 'json', 'markdown']))
    .exitOverride()
    .action(async (before: string, after: string, { format }: { format: ChangesFormat }) => {
      process.stdout.write(formatChanges(changesOf(await readState(before), await readState(after)), format));
    });
}

function impactCommand(): Command {
  return new Command('impact')
    .description('which pages name the labels that changed from one state of the interface to another')
    .argument('[folder]', 'folder of the content tree', '.')
    .requiredOption('--from <state>', 'interface map, catalogue or folder of catalogues; REVISION:PATH for a revision of git')
    .requiredOption('--to <state>', 'the same, of the later state')
    .addOption(configOption())
    .addOption(formatOption(['text', 'json', 'markdown']))
    .exitOverride()
    .action(async (root: string, { from, to, config, format }: TreeFlags & { from: string; to: string; format: ChangesFormat }) => {
      const after = await readState(to);
      const changes = changesOf(await readState(from), after);
      const { site } = await openSite({ ...scope([root], config), interfaceMap: mapOfChanges(after, changes, today()), ...progress() });
      const impacts = impactOn(site);
      process.stdout.write(formatImpact(impacts, changes, format));
      if (impacts.length > 0) process.exitCode = 1;
    });
}

function coverageCommand(): Command {
  return subcommand('coverage', 'the screens and actions of the interface that no page names')
    .argument('[folder]', 'folder of the content tree', '.')
    .addOption(formatOption(['text', 'json']))
    .action(async (root: string, { config, map, format }: MapFlags & { format: 'text' | 'json' }) => {
      const told = map === undefined ? {} : { interfaceMap: mapOfFile(readMapFile(map)) };
      const { site } = await openSite({ ...scope([root], config), ...told, ...progress() });
      if (!site.product.interface) throw new UsageError('There is no interface map to compare the pages with. Make one first: waymark ui extract --from locales/en.json');
      process.stdout.write(formatCoverage(coverageOf(site), format));
    });
}

function formatOption(names: string[]): Option {
  return new Option('--format <name>', 'how to print').choices(names).default('text');
}

/** The map file that holds, and the configuration that it belongs to. */
interface MapPlace {
  config: Config;
  file: string;
  /** As the user would write it. */
  shown: string;
}

function placeOf({ config: given, map }: MapFlags): MapPlace {
  const config = given === undefined ? findConfig('.') : readConfig(given);
  const file = map === undefined ? path.join(config.folder, mapPathOf(config) ?? defaultMapPath) : path.resolve(map);
  return { config, file, shown: path.relative('', file) };
}

function readLine({ name, language, labels }: ReadSource, map: MapFile): string {
  const source = map.sources.find((each) => each.name === name)!;
  const gone = source.past.filter(({ until }) => until.date === today() && until.commit === undefined).length;
  return `${name}${language === '' ? '' : ` (${language})`}: ${count(labels.length, 'label')}${gone === 0 ? '.' : `, ${gone} gone since the map was made.`}`;
}

function pastOf(map: MapFile, name: string): MapSource['past'] {
  return map.sources.find((source) => source.name === name)?.past ?? [];
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

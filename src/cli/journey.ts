import path from 'node:path';
import { Command, Option } from 'commander';
import { lineStarts, positionAt } from '../content/position.ts';
import { UsageError } from '../content/errors.ts';
import { openSite } from '../engine/run.ts';
import { boxesOf, journeySummary } from '../reporters/journey.ts';
import { formatJourneyMermaid } from '../reporters/journey-mermaid.ts';
import { formatJourneySvg } from '../reporters/journey-svg.ts';
import { formatJourneyText } from '../reporters/journey-text.ts';
import { journeyOf, waysOf, type End, type Journey } from '../site/tasks/journey.ts';
import { listTasks, type ListedTask, type TaskList } from '../site/tasks/list.ts';
import { readWording } from '../site/tasks/wording.ts';
import type { Site } from '../site/types.ts';
import { quoted } from '../text/quoted.ts';
import { configOption, progress, scope, type TreeFlags } from './tree.ts';

interface JourneyFlags extends TreeFlags {
  root: string;
  format: 'text' | 'mermaid' | 'svg' | 'json';
}

export function journeyCommand(): Command {
  return new Command('journey')
    .description('show the ways through the documentation for a task, or for the tasks of a page')
    .argument('<task or page>', 'a task in words or by its id in the registry, or a page of the tree')
    .option('--root <folder>', 'folder of the content tree', '.')
    .addOption(configOption())
    .addOption(new Option('--format <name>', 'how to print').choices(['text', 'mermaid', 'svg', 'json']).default('text'))
    .exitOverride()
    .action(runJourney);
}

async function runJourney(asked: string, { root, config, format }: JourneyFlags): Promise<void> {
  const { site } = await openSite({ ...scope([root], config), ...progress() });
  const list = listTasks(site);
  const tasks = tasksOfPage(asked, root, site, list) ?? [taskNamed(asked, site, list)];
  const journeys = tasks.map((task) => journeyOf(task, site));
  if (format === 'svg' && journeys.length > 1) throw new UsageError(`${asked} takes part in ${journeys.length} tasks. A picture shows one: ${tasks.map(({ text }) => quoted(text)).join(', ')}.`);
  const printed = format === 'json' ? `${JSON.stringify(journeys.map(toJson), null, 2)}\n` : `${journeys.map((journey) => draw(journey, format)).join('\n\n')}\n`;
  process.stdout.write(printed);
}

function draw(journey: Journey, format: 'text' | 'mermaid' | 'svg'): string {
  const boxes = boxesOf(journey, lineOf);
  const summary = journeySummary(journey);
  if (format === 'svg') return formatJourneySvg(boxes, summary);
  if (format === 'mermaid') return formatJourneyMermaid(boxes);
  return `${journey.task.text}\n${summary}\n\n${formatJourneyText(boxes)}`;
}

function toJson(journey: Journey): object {
  return {
    task: journey.task.key,
    text: journey.task.text,
    pages: journey.pages.map((page) => page.path),
    ways: waysOf(journey).map(({ pages, end }) => ({ pages: pages.map((page) => page.path), end: end.kind, text: end.text, path: end.page.path, line: lineOf(end) })),
  };
}

function lineOf({ page, range }: End): number {
  return positionAt(lineStarts(page.source), range.start).line;
}

/** Tasks of a page; null where the argument names none. A page is given from the current folder or from the root. */
function tasksOfPage(asked: string, root: string, { byPath }: Site, { tasks }: TaskList): ListedTask[] | null {
  const fromRoot = path.relative(root, asked).replaceAll(path.sep, '/');
  const page = byPath.get(fromRoot) ?? byPath.get(asked.replaceAll(path.sep, '/'));
  if (!page) return null;
  const own = tasks.filter(({ mentions, guides, registered }) => [...mentions, ...guides].some((place) => place.page === page) || registered?.pages.includes(page));
  if (own.length === 0) throw new UsageError(`${asked} tells no task: no heading with steps names one, and nothing on it is handed over to a person.`);
  return own;
}

/** A task by its id, its key, or in words of its own. */
function taskNamed(asked: string, site: Site, { tasks, index }: TaskList): ListedTask {
  const named = tasks.find(({ key, registered }) => key === asked || registered?.task.id === asked);
  if (named) return named;
  const languages = new Set(site.pages.map(({ facts }) => facts.language));
  for (const language of languages) {
    const components = readWording(asked, language);
    const found = index.find(components) ?? index.findByObject(components);
    if (found) return found;
  }
  throw new UsageError(`No page tells the task “${asked}”, and the registry does not have it. “waymark tasks” lists all.`);
}

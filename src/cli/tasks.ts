import { Command, Option } from 'commander';
import { openSite } from '../engine/run.ts';
import { formatTasksJson, formatTasksText } from '../reporters/tasks.ts';
import { listTasks } from '../site/tasks/list.ts';
import { configOption, progress, scope, type TreeFlags } from './tree.ts';

interface TasksFlags extends TreeFlags {
  format: 'text' | 'json';
}

export function tasksCommand(): Command {
  return new Command('tasks')
    .description('list the tasks that a tree tells: served by a page, or handed over to a person')
    .argument('[folder]', 'folder of the content tree', '.')
    .addOption(configOption())
    .addOption(new Option('--format <name>', 'how to print').choices(['text', 'json']).default('text'))
    .exitOverride()
    .action(runTasks);
}

async function runTasks(folder: string, { config, format }: TasksFlags): Promise<void> {
  const { site } = await openSite({ ...scope([folder], config), ...progress() });
  const { tasks } = listTasks(site);
  process.stdout.write(format === 'json' ? formatTasksJson(tasks) : formatTasksText(tasks));
}

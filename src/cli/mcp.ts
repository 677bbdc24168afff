import { Command } from 'commander';
import { LiveTree } from '../engine/live-tree.ts';
import { cacheFolder, cacheOptions, type CacheFlags } from './cache.ts';
import { withPackages } from './peers.ts';
import { configOption, scope, type TreeFlags } from './tree.ts';
import { version } from './version.ts';

interface McpFlags extends TreeFlags, CacheFlags {
  allowDecisions: boolean;
}

export function mcpCommand(): Command {
  const command = new Command('mcp')
    .description('serve the documentation to an agent over the Model Context Protocol (stdio)')
    .argument('[folder]', 'folder of the content tree', '.')
    .addOption(configOption())
    .option('--allow-decisions', 'let the agent record decisions in waymark.decisions', false)
    .exitOverride()
    .action(runMcp);
  for (const option of cacheOptions()) command.addOption(option);
  return command;
}

async function runMcp(folder: string, flags: McpFlags): Promise<void> {
  const { serveAgent } = await withPackages('mcp', ['@modelcontextprotocol/server', 'fuse.js', '@orama/stemmers'], () => import('../agents/index.ts'));
  const tree = new LiveTree({ ...scope([folder], flags.config), cache: cacheFolder(flags) });
  await tree.refresh();
  serveAgent(tree, version, flags.allowDecisions);
}

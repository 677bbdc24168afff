import { Command } from 'commander';
import { readConfig } from '../engine/config.ts';
import { cacheFolder, cacheOptions, type CacheFlags } from './cache.ts';
import { withPackages } from './peers.ts';
import { configOption, type TreeFlags } from './tree.ts';
import { version } from './version.ts';

export function lspCommand(): Command {
  const command = new Command('lsp')
    .description('serve an editor over the Language Server Protocol (stdio)')
    .argument('[folder]', 'folder of the content tree, from the one that the editor opened', '.')
    .option('--stdio', 'talk over the standard streams, as it always does; editors may say so')
    .addOption(configOption())
    .exitOverride()
    .action(runLsp);
  for (const option of cacheOptions()) command.addOption(option);
  return command;
}

async function runLsp(folder: string, flags: TreeFlags & CacheFlags): Promise<void> {
  const { serveEditor } = await withPackages('lsp', ['vscode-languageserver', 'vscode-languageserver-textdocument'], () => import('../editor/index.ts'));
  serveEditor({ root: folder, cache: cacheFolder(flags), ...(flags.config === undefined ? {} : { config: readConfig(flags.config) }) }, version);
}

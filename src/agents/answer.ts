import type { CallToolResult, McpServer } from '@modelcontextprotocol/server';
import { UsageError } from '../content/errors.ts';
import type { LiveTree } from '../engine/live-tree.ts';

/** Adds to a server what it can do with a tree: a tool, or resources. One file each. */
export type Offer = (server: McpServer, tree: LiveTree) => void;

/** What every tool of ours is: it changes nothing, and asks nobody outside. */
export const readOnly = { readOnlyHint: true, openWorldHint: false };

/**
 * A tool's answer about the tree as it is now. What the one who asks, or the owner of the tree, can mend is told as a
 * failed call with the reason; a bug keeps its stack.
 */
export async function answer(tree: LiveTree, tell: () => string | Promise<string>): Promise<CallToolResult> {
  try {
    await tree.refresh();
    return { content: [{ type: 'text', text: await tell() }] };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { isError: true, content: [{ type: 'text', text: error.message }] };
  }
}

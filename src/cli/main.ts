import { Command, CommanderError } from 'commander';
import { fileErrorText, UsageError } from '../content/errors.ts';
import { version } from './version.ts';

/** One file a command, loaded when it is asked for: a run pays for nothing but its own command. */
const commands: Record<string, () => Promise<Command>> = {
  gaps: async () => (await import('./gaps.ts')).gapsCommand(),
  journey: async () => (await import('./journey.ts')).journeyCommand(),
  tasks: async () => (await import('./tasks.ts')).tasksCommand(),
  lsp: async () => (await import('./lsp.ts')).lspCommand(),
  mcp: async () => (await import('./mcp.ts')).mcpCommand(),
  lint: async () => (await import('./lint.ts')).lintCommand(),
  config: async () => (await import('./config.ts')).configCommand(),
  init: async () => (await import('./init.ts')).initCommand(),
  'self-test': async () => (await import('./self-test.ts')).selfTestCommand(),
  decisions: async () => (await import('./decisions.ts')).decisionsCommand(),
  explain: async () => (await import('./explain.ts')).explainCommand(),
  ui: async () => (await import('./ui.ts')).uiCommand(),
  topics: async () => (await import('./topics.ts')).topicsCommand(),
  review: async () => (await import('./review.ts')).reviewCommand(),
  search: async () => (await import('./search.ts')).searchCommand(),
  feedback: async () => (await import('./feedback.ts')).feedbackCommand(),
  insights: async () => (await import('./insights.ts')).insightsCommand(),
  serve: async () => (await import('./serve.ts')).serveCommand(),
};

/** Exit codes: 0 nothing to report at the failing severity, 1 findings, 2 the run itself failed. */
async function main(): Promise<void> {
  const program = new Command('waymark')
    .description('Keeps documentation to one true guide per topic, true to the interface, and without dead ends.')
    .version(version)
    .exitOverride();
  const asked = process.argv[2] ?? '';
  const loaded = Object.hasOwn(commands, asked) ? [commands[asked]!] : Object.values(commands);
  for (const load of loaded) program.addCommand(await load());
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
    } else if (error instanceof UsageError) {
      process.stderr.write(`waymark: ${error.message}\n`);
      process.exitCode = 2;
    } else {
      throw error;
    }
  }
}

// What cannot be printed is lost: a full disk fails the run. Who stops reading (`| head`) has what they wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`waymark: The output cannot be written: ${fileErrorText(error)}.\n`);
  process.exit(2);
});
// Files are changed all together or not at all, without a pause in which this could happen.
process.once('SIGINT', () => {
  process.stderr.write('\nwaymark: Interrupted. No file was left half written.\n');
  process.exit(2);
});
await main();

import type { Reporter } from './types.ts';

/** Every output format, loaded when it is asked for. */
const reporters: Record<string, () => Promise<Reporter>> = {
  stylish: async () => (await import('./stylish.ts')).formatStylish,
  json: async () => (await import('./json.ts')).formatJson,
  agent: async () => (await import('./agent.ts')).formatAgent,
  sarif: async () => (await import('./sarif.ts')).formatSarif,
  github: async () => (await import('./github.ts')).formatGithub,
  gitlab: async () => (await import('./gitlab.ts')).formatGitlab,
  junit: async () => (await import('./junit.ts')).formatJunit,
  rdjson: async () => (await import('./rdjson.ts')).formatRdjson,
  markdown: async () => (await import('./markdown.ts')).formatMarkdown,
  html: async () => (await import('./html.ts')).formatHtml,
};

/** Names of all formats. */
export const formats: string[] = Object.keys(reporters);

/** The reporter of a format; undefined where there is no such format. */
export async function loadReporter(format: string): Promise<Reporter | undefined> {
  return Object.hasOwn(reporters, format) ? reporters[format]!() : undefined;
}

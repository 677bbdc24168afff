import { readFileSync } from 'node:fs';

/** The page of a rule as Markdown, its id as the title. */
export function rulePage(id: string): string {
  const page = readFileSync(new URL(`../../content/rules/${id}.md`, import.meta.url), 'utf8');
  return page.replace(/^---\n[^]*?\n---\n/, `# ${id}\n`);
}

/** What the rule says of itself, without its examples. */
export function ruleDefinition(id: string): string {
  return rulePage(id).replace(/\n## Examples\n[^]*$/, '\n');
}

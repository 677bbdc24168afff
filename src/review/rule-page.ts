import { readFileSync } from 'node:fs';

/** Characters of examples that a brief holds; most rules need fewer for all that they have. */
const longestExamples = 4000;

/** The page of a rule as Markdown, its id as the title. */
export function rulePage(id: string): string {
  const page = readFileSync(new URL(`../../content/rules/${id}.md`, import.meta.url), 'utf8');
  return page.replace(/^---\n[^]*?\n---\n/, `# ${id}\n`);
}

/** What the rule says of itself, without its examples. */
export function ruleDefinition(id: string): string {
  return rulePage(id).replace(/\n## Examples\n[^]*$/, '\n');
}

/** What somebody needs to know of a rule who judges one place: what it finds, and its first examples. */
export function ruleBrief(id: string): string {
  const page = rulePage(id);
  const [, finds = ''] = /\n(## What it finds\n[^]*?)(?=\n## )/.exec(page) ?? [];
  const [, examples = ''] = /\n## Examples\n([^]*)$/.exec(page) ?? [];
  let room = longestExamples;
  const shown = wholeExamples(examples).filter((example) => (room -= example.length) >= 0);
  return [`# ${id}`, finds, '## Examples', ...shown].map((part) => part.trim()).join('\n\n');
}

/** Examples, each under its heading; what looks like a heading inside of a fence is none. */
function wholeExamples(text: string): string[] {
  const examples: string[] = [];
  for (const part of text.split(/^(?=### )/m)) {
    const open = examples.at(-1);
    if (open !== undefined && (open.match(/^`{3,}/gm) ?? []).length % 2 === 1) examples.push(examples.pop()! + part);
    else examples.push(part);
  }
  return examples;
}

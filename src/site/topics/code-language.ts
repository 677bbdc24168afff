import type { Profile } from './profile.ts';

/** Programming languages by the names that folders and code blocks use. */
const languages: Record<string, string[]> = {
  C: ['c'],
  'C#': ['csharp', 'cs', 'c#', 'dotnet', 'aspnet'],
  'C++': ['cpp', 'c++'],
  Clojure: ['clojure', 'clj'],
  Dart: ['dart', 'flutter'],
  Elixir: ['elixir', 'ex'],
  Go: ['go', 'golang'],
  Java: ['java'],
  JavaScript: ['javascript', 'js', 'jsx', 'mjs', 'typescript', 'ts', 'tsx', 'node', 'nodejs'],
  Kotlin: ['kotlin', 'kt'],
  Lua: ['lua'],
  'Objective-C': ['objectivec', 'objc'],
  Perl: ['perl'],
  PHP: ['php', 'laravel'],
  Python: ['python', 'py', 'django', 'flask'],
  R: ['r'],
  Ruby: ['ruby', 'rb', 'rails'],
  Rust: ['rust', 'rs'],
  Scala: ['scala'],
  Swift: ['swift'],
};

const byName = new Map(Object.entries(languages).flatMap(([language, names]) => names.map((name) => [name, language] as const)));
/** Too short to be taken for a language outside of a code block: "c", "r", "go" as a verb. */
const ambiguous = new Set(['c', 'r', 'go', 'ex', 'cs', 'node', 'swift', 'dart', 'rails']);

/**
 * The programming language that a page is for, by its path, else by its code; empty where neither tells, since commands,
 * data and markup stand beside code in any language.
 */
export function codeLanguageOf({ page, trail, slug }: Profile): string {
  const names = [...trail.slice(0, -1).map((name) => name.toLowerCase()), ...slug.map(({ text }) => text)];
  const told = names.filter((name) => !ambiguous.has(name)).map((name) => byName.get(name)).find(Boolean);
  return told ?? byName.get(page.facts.text.codeLanguage) ?? '';
}

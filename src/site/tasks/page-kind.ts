import type { Page } from '../../content/types.ts';
import { compiledLexicon } from '../../text/lexicon/compile.ts';
import { defaultLanguage } from '../../text/language.ts';

/** `contact` pages tell how to contact somebody; what stands `apart` is no guide: release notes, glossary, legal text. */
export type PageKind = 'guide' | 'contact' | 'apart';

/** Tells the kind of a page by its title and the names in its path (paths are mostly in English, whatever the language). */
export function pageKind(page: Page): PageKind {
  const names = page.path.replace(/\.\w+$/, '').split('/').map(plain);
  const title = plain(page.facts.title);
  const last = names.at(-1) === 'index' ? names.at(-2) : names.at(-1);
  for (const language of new Set([page.facts.language, defaultLanguage])) {
    const pages = compiledLexicon(language)?.pages;
    if (!pages) continue;
    if (pages.contact.is(title) || (last && pages.contact.is(last))) return 'contact';
    if (pages.apart.is(withoutNumbers(title)) || (hasVersion(title) && pages.apart.isIn(title)) || names.some((name) => pages.apart.is(withoutNumbers(name)) || (hasVersion(name) && pages.apart.isIn(name)))) return 'apart';
  }
  return 'guide';
}

/** "Whats new nov 24", "Acme SDK 4.4.0 release notes": notes on one version or month. */
function hasVersion(name: string): boolean {
  return /(?<!\S)v?(?:\d+\.\d|\d{2,4}(?!\S))/.test(name);
}

/** "Release notes 2024", "Changelog 3.2": the year or version is no part of the kind. */
function withoutNumbers(text: string): string {
  return text.replace(/(?<!\S)v?\d[\d.]*(?!\S)/g, '').trim();
}

function plain(text: string): string {
  return text.replace(/[-_]+/g, ' ').replace(/[?!.:\s]+$/u, '').trim();
}

import type { Label, LabelRole, Screen } from '../product/types.ts';
import { caselessForm } from './labels/forms.ts';
import type { Site } from './types.ts';

/** What of the interface the pages name. */
export interface Coverage {
  screens: { all: number; unnamed: Screen[] };
  actions: { all: number; unnamed: Label[] };
  /** Whether the map tells what is an action; without roles, every short label may be one. */
  hasRoles: boolean;
}

/** What a reader does something with; links and headings are named as screens. */
const actions = new Set<LabelRole | undefined>(['button', 'menu item', 'tab', 'field', 'list', 'checkbox', 'option', 'switch']);

/** Words; longer texts are messages of the interface and nothing that a guide would name. */
const mostActionWords = 4;

/** The screens and actions of the interface that no page names. */
export function coverageOf({ pages, product }: Site): Coverage {
  const map = product.interface!;
  const named = new Set(pages.flatMap(({ facts }) => facts.references.flatMap(({ text, readings }) => [text, ...readings])).map(caselessForm));
  const isNamed = (text: string) => named.has(caselessForm(text));
  const hasRoles = map.labels.some(({ role }) => role !== undefined);
  const languages = new Set(pages.map(({ facts }) => facts.language));
  const languageOf = new Map(map.catalogues.map(({ path, language }) => [path, language]));
  const screens = map.crawls.flatMap((crawl) => crawl.screens);
  const all = new Map<string, Label>();
  for (const label of map.labels) {
    const language = languageOf.get(label.catalogue) ?? '';
    if (label.inner || (language !== '' && !languages.has(language)) || !(hasRoles ? actions.has(label.role) : isShort(label.text))) continue;
    const form = caselessForm(label.text);
    if (form !== '' && !all.has(form)) all.set(form, label);
  }
  return {
    screens: { all: screens.length, unnamed: screens.filter(({ title, path }) => ![title, path.at(-1) ?? title].some(isNamed)) },
    actions: { all: all.size, unnamed: [...all.values()].filter(({ text }) => !isNamed(text)) },
    hasRoles,
  };
}

function isShort(text: string): boolean {
  return !/[{.!?:]/.test(text) && /\p{L}/u.test(text) && text.split(/\s+/).length <= mostActionWords;
}

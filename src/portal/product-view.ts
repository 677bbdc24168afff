import { factText, type Fact } from '../product/facts.ts';
import { textIn, type Channel } from '../product/self-serve.ts';
import type { Registered } from '../site/tasks/registry.ts';
import type { Site } from '../site/types.ts';
import { formatAddress, routeOfPage, type AddressFormat } from './addresses.ts';
import { localeOfRoute, type SiteLocales } from './locales.ts';
import { inWords } from './words.ts';

/** What the product's files say, in one language and ready to be shown: the components do no more than draw it. */
export interface ProductView {
  tasks: Record<string, TaskView>;
  channels: ChannelView[];
  facts: Record<string, FactView>;
}

export interface TaskView {
  name: string;
  /** Pages of the reader's locale that tell how to do it; of the default one where it has none. */
  pages: LinkView[];
  /** Address in the product; empty where there is none. */
  route: string;
  /** Pages of the tasks that have to be done before. */
  needs: LinkView[];
  assisted: { reason: string; response: string; channel: string } | null;
}

export interface LinkView {
  title: string;
  address: string;
}

export interface ChannelView {
  id: string;
  name: string;
  address: string;
  href: string;
  hours: string;
  /** Names of the languages in which somebody answers. */
  languages: string;
  /** How soon somebody answers, for what; for everything where `subject` is empty. `plan` and `severity` are its parts. */
  response: { subject: string; plan: string; severity: string; within: string }[];
}

export interface FactView {
  kind: string;
  /** What a limit counts, or the id of a price without its plan, in words: `Sending domains`. */
  name: string;
  /** The value alone. */
  value: string;
  /** The value with its unit: `5 sending domains`, `$20`. */
  text: string;
  /** `per month`; empty where that is not told. */
  per: string;
  scope: string;
  /** The number at which the product warns, as text; empty where it does not. */
  warn: string;
  /** Where the reader gets more; null where that is not told. */
  raise: LinkView | null;
  /** The value that it had before, and the day on which it changed (`2026-03-31`); empty where that is not told. */
  formerly: string;
  changed: string;
}

/** The name under which components import the views. */
export const productModule = 'virtual:waymark/product';

/** A view for each language of the site, by its tag. */
export function productViews(site: Pick<Site, 'registered' | 'product'>, languages: Record<string, string>, locales: SiteLocales, format: AddressFormat): Record<string, ProductView> {
  return Object.fromEntries(Object.entries(languages).map(([locale, language]) => [language, viewIn(language, locale, site, locales, format)]));
}

function viewIn(language: string, locale: string, { registered, product }: Pick<Site, 'registered' | 'product'>, locales: SiteLocales, format: AddressFormat): ProductView {
  const pagesOf = ({ pages }: Registered): LinkView[] => {
    const own = pages.filter((page) => localeOfRoute(routeOfPage(page), locales) === locale);
    const shown = own.length > 0 ? own : pages.filter((page) => localeOfRoute(routeOfPage(page), locales) === locales.fallback);
    return shown.map((page) => ({ title: page.facts.title, address: formatAddress(routeOfPage(page), format) }));
  };
  const text = (shown: Parameters<typeof textIn>[0]) => textIn(shown, language);
  const tasks = registered.map((entry): [string, TaskView] => {
    const { id, phrasings, route, assisted, needs } = entry.task;
    const [name = id] = phrasings[language] ?? phrasings[language.split('-')[0]!] ?? phrasings['en'] ?? Object.values(phrasings)[0] ?? [];
    return [
      id,
      {
        name,
        pages: pagesOf(entry),
        route: route ?? '',
        needs: registered.filter(({ task }) => needs.includes(task.id)).flatMap(pagesOf),
        assisted: assisted && { reason: text(assisted.reason), response: text(assisted.response), channel: assisted.channel },
      },
    ];
  });
  const facts = [...(product.facts?.values() ?? [])].map((fact): [string, FactView] => {
    const isLimit = fact.kind === 'limit';
    const counts = isLimit && fact.unit !== '' ? ` ${fact.unit}` : '';
    const before = fact.formerly.at(-1);
    return [
      fact.id,
      {
        kind: fact.kind,
        name: inWords(isLimit ? fact.unit : withoutPlan(fact)),
        value: factText(fact, language),
        text: `${factText(fact, language)}${counts}`,
        per: fact.per,
        scope: fact.scope,
        warn: fact.warn === null ? '' : factText({ ...fact, value: fact.warn }, language),
        raise: fact.raise && { title: fact.raise.label, address: fact.raise.to },
        formerly: before === undefined ? '' : factText({ ...fact, value: before }, language),
        changed: fact.changed,
      },
    ];
  });
  return { tasks: Object.fromEntries(tasks), channels: (product.selfServe?.channels ?? []).map((channel) => channelIn(channel, language)), facts: Object.fromEntries(facts) };
}

function channelIn({ id, name, address, hours, languages, response }: Channel, language: string): ChannelView {
  const names = new Intl.DisplayNames(language, { type: 'language' });
  return {
    id,
    name: textIn(name, language),
    address,
    href: hrefOf(address),
    hours: textIn(hours, language),
    languages: new Intl.ListFormat(language).format(languages.map((tag) => names.of(tag) ?? tag)),
    response: response.map((each) => {
      const [plan, severity] = [each.plan, each.severity].map((part) => (part === undefined ? '' : textIn(part, language))) as [string, string];
      return { subject: [plan, severity].filter((part) => part !== '').join(', '), plan, severity, within: textIn(each.within, language) };
    }),
  };
}

function hrefOf(address: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith('/')) return address;
  if (address.includes('@')) return `mailto:${address}`;
  return /^[+\d\s()/.-]+$/.test(address) ? `tel:${address.replace(/[^+\d]/g, '')}` : `https://${address}`;
}

/** Prices are named by their ids, which mostly name the plan too: `growth-price`. */
function withoutPlan({ id, scope }: Fact): string {
  const plan = scope.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  return id.split('-').filter((part) => part !== plan).join('-') || id;
}

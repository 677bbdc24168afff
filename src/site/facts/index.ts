import { unitStems } from '../../content/extract/amounts.ts';
import { wordsOf } from '../../content/extract/words.ts';
import type { Page, Range } from '../../content/types.ts';
import type { Fact, Facts } from '../../product/facts.ts';
import { saidIn } from '../conflicts/sentence.ts';
import { rangeOfPassage } from '../passages/places.ts';

/** A value that a page writes out although a fact owns it. */
export interface FactLiteral {
  page: Page;
  /** The value in the source, and nothing else. */
  range: Range;
  fact: Fact;
  /** `repeats`: it is the fact's. `formerly`: the fact had it before. `contradicts`: another one. */
  state: 'repeats' | 'formerly' | 'contradicts';
}

/** The values in a tree that facts own, in the order of pages. */
export function findLiterals(pages: Page[], facts: Facts): FactLiteral[] {
  const owned = [...facts.values()];
  const texts = owned.filter(({ kind }) => kind === 'name' || kind === 'version');
  const urls = owned.filter(({ kind }) => kind === 'url');
  return pages.flatMap((page) => [...amountsOwned(page, owned), ...texts.flatMap((fact) => textsOwned(page, fact)), ...urls.flatMap((fact) => addressesOwned(page, fact))]);
}

function amountsOwned(page: Page, facts: Fact[]): FactLiteral[] {
  const { language, headings, title, amounts } = page.facts;
  return amounts.flatMap((amount): FactLiteral[] => {
    const isOf = ({ kind, unit, per }: Fact) => kind === amount.kind && areSame(kind === 'price' ? [unit] : unitStems(unit, language), amount.unit) && isPer(per, amount.per, language);
    const candidates = facts.filter(isOf);
    if (candidates.length === 0) return [];
    const said = [...saidIn({ page, amount }).context, ...amount.unit, amount.per];
    const around = [...said, ...unitStems(`${headings[amount.section]?.text ?? ''} ${title}`, language)];
    const told = candidates.filter(({ kind, about, scope }) => {
      // An amount of money may be of anything.
      if (kind === 'price' && about === '') return false;
      return unitStems(about, language).every((word) => said.includes(word)) && unitStems(scope, language).every((word) => around.includes(word));
    });
    // What holds for one plan goes before what holds for all.
    const scoped = told.filter(({ scope }) => scope !== '');
    const [fact, other] = scoped.length > 0 ? scoped : told;
    if (!fact || other) return [];
    return [{ page, range: amount.range, fact, state: fact.value === amount.value ? 'repeats' : fact.formerly.includes(amount.value) ? 'formerly' : 'contradicts' }];
  });
}

/** What a page leaves out about for whom or how long a limit holds contradicts nothing. */
function isPer(per: string, told: string, language: string): boolean {
  return told === '' || per === '' || unitStems(per, language).includes(told);
}

function areSame(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((word, index) => word === other[index]);
}

/** Names that a thing had before, and versions; a name of today may stand anywhere. */
function textsOwned(page: Page, fact: Fact): FactLiteral[] {
  const { language } = page.facts;
  const values = [...(fact.kind === 'version' && fact.about !== '' ? [{ text: String(fact.value), state: 'repeats' as const }] : []), ...formerTexts(fact)];
  return values.flatMap(({ text, state }) =>
    placesOf(page, text).flatMap((range): FactLiteral[] => {
      const near = unitStems(clauseAround(page.source, range), language);
      return unitStems(fact.about, language).every((word) => near.includes(word)) ? [{ page, range, fact, state }] : [];
    }),
  );
}

function formerTexts({ formerly }: Fact): { text: string; state: 'formerly' }[] {
  return formerly.map((value) => ({ text: String(value), state: 'formerly' }));
}

/** Where a text stands in the prose of a page, word for word. */
function placesOf(page: Page, text: string): Range[] {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const places: Range[] = [];
  for (let start = page.words.indexOf(words[0]!.hash); start >= 0; start = page.words.indexOf(words[0]!.hash, start + 1)) {
    if (!words.every(({ hash }, index) => page.words[start + index] === hash)) continue;
    const range = rangeOfPassage({ page, start, end: start + words.length });
    if (page.source.slice(range.start, range.end) === text.trim()) places.push(range);
  }
  return places;
}

/** The source around a place, up to the signs that end a clause. */
function clauseAround(source: string, { start, end }: Range): string {
  const before = source.slice(Math.max(0, start - 200), start).split(/[.;:!?]\s|\n\s*\n/).at(-1)!;
  const after = source.slice(end, end + 200).split(/[.;:!?](?:\s|$)|\n\s*\n/)[0]!;
  return `${before} ${after}`;
}

function addressesOwned(page: Page, fact: Fact): FactLiteral[] {
  const values = [{ text: String(fact.value), state: 'repeats' as const }, ...formerTexts(fact)];
  return page.facts.links.flatMap(({ target, range }) => {
    const value = values.find(({ text }) => text === target);
    const start = value ? page.source.indexOf(target, range.start) : -1;
    return value && start >= 0 && start + target.length <= range.end ? [{ page, range: { start, end: start + target.length }, fact, state: value.state }] : [];
  });
}

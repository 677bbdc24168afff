import type { Reference } from '../../content/extract/references.ts';
import type { Page } from '../../content/types.ts';
import type { InterfaceMap, Product } from '../../product/types.ts';
import { defaultLanguage } from '../../text/language.ts';
import { companyOf, isForeignPage, isForeignSection, isKnown, isOurs, type PageCompany } from './company.ts';
import { indexLabels, matchLabel, matchRenamed, type LabelIndex } from './match.ts';
import { isElsewhere, isIntegration, isProductName, isUnderVendor, tellsWhatWas, type Ours } from './screens.ts';
import type { JudgedLabel, LabelMatch } from './types.ts';

/**
 * Judges the labels that the pages name by the interface map; gives none where the product has no map. What is only
 * set off from the text counts where it is a label that was renamed, and is left out else.
 */
export function judgeLabels(pages: Page[], product: Product): JudgedLabel[] {
  if (!product.interface) return [];
  const lookups = new Map(Array.from(indexByLanguage(product.interface), ([language, index]) => [language, createLookup({ product, index })]));
  return pages.flatMap((page) => {
    const lookup = lookups.get(page.facts.language) ?? lookups.get('');
    return lookup ? judgePage(page, lookup) : [];
  });
}

/** A page is judged by the catalogues of its language, and by those that do not tell theirs. */
function indexByLanguage(map: InterfaceMap): Map<string, LabelIndex> {
  const languageOf = new Map(map.catalogues.map(({ path, language }) => [path, language]));
  const indexOf = (language: string): LabelIndex => {
    const counts = ({ catalogue }: { catalogue: string }) => ['', language].includes(languageOf.get(catalogue)!);
    return indexLabels({ labels: map.labels.filter(counts), past: map.past.filter(counts) }, language || defaultLanguage);
  };
  return new Map(Array.from(new Set(languageOf.values()), (language) => [language, indexOf(language)]));
}

/** The labels of one language, and what was looked up: pages name the same labels again and again. */
interface Lookup extends Ours {
  matches: Map<string, LabelMatch | null>;
}

function createLookup(ours: Ours): Lookup {
  return { ...ours, matches: new Map() };
}

function judgePage(page: Page, lookup: Lookup): JudgedLabel[] {
  const labels: JudgedLabel[] = [];
  for (const reference of page.facts.references) {
    const match = matchOf(reference, lookup);
    if (match) labels.push({ ...match, page, reference, veto: '' });
  }
  const company = companyOf(labels, page.facts.headings);
  const bygone = tellsWhatWas(page);
  for (const label of labels) {
    if (!isKnown(label.state)) label.veto = bygone ? 'bygone' : vetoOf(label, company, lookup);
  }
  return labels;
}

function matchOf({ cue, text, readings }: Reference, { index, matches }: Lookup): LabelMatch | null {
  const key = [cue === 'none', text, ...readings].join('\n');
  let match = matches.get(key);
  if (match === undefined) {
    match = cue === 'none' ? matchRenamed(index, text, readings) : matchLabel(index, text, readings);
    matches.set(key, match);
  }
  return match;
}

function vetoOf({ page, reference, text, past }: JudgedLabel, company: PageCompany, ours: Ours): JudgedLabel['veto'] {
  if (isProductName(text, ours)) return 'name';
  const section = company.section(reference.section);
  if (isForeignSection(section)) return 'section';
  if (isForeignPage(company.page)) return 'page';
  if (isOurs(section)) return '';
  if (isElsewhere(reference, page, ours)) return 'screen';
  if (isUnderVendor(reference.section, page, ours)) return 'vendor';
  // A page about an integration is half another product's: only what was ours for certain counts there.
  return past === null && isIntegration(page) ? 'vendor' : '';
}

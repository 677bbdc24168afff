import type { Page } from '../../content/types.ts';
import type { InterfaceMap, Product } from '../../product/types.ts';
import { defaultLanguage } from '../../text/language.ts';
import { companyOf, isForeignPage, isForeignSection, isKnown, isOurs, type PageCompany } from './company.ts';
import { indexLabels, matchLabel, type LabelIndex } from './match.ts';
import { isElsewhere, isIntegration, isProductName, isUnderVendor, tellsWhatWas, type Ours } from './screens.ts';
import type { JudgedLabel, LabelMatch } from './types.ts';

/** Judges every label that the pages name by the interface map; gives none where the product has no map. */
export function judgeLabels(pages: Page[], product: Product): JudgedLabel[] {
  if (!product.interface) return [];
  const indexes = indexByLanguage(product.interface);
  return pages.flatMap((page) => {
    const index = indexes.get(page.facts.language) ?? indexes.get('');
    return index ? judgePage(page, { product, index }) : [];
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

function judgePage(page: Page, ours: Ours): JudgedLabel[] {
  const matches = new Map<string, LabelMatch>();
  const labels = page.facts.references.map((reference): JudgedLabel => {
    const thorough = reference.cue !== 'none';
    const key = [thorough, reference.text, ...reference.readings].join('\n');
    let match = matches.get(key);
    if (!match) matches.set(key, (match = matchLabel(ours.index, reference.text, reference.readings, thorough)));
    return { ...match, page, reference, veto: '' };
  });
  const company = companyOf(labels, page.facts.headings);
  const bygone = tellsWhatWas(page);
  for (const label of labels) {
    if (!isKnown(label.state)) label.veto = bygone ? 'bygone' : vetoOf(label, company, ours);
  }
  return labels;
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

import type { Page } from '../../content/types.ts';
import type { InterfaceMap, Product } from '../../product/types.ts';
import { vendorsIn } from '../../text/vendors.ts';
import { defaultLanguage } from '../../text/language.ts';
import { companyOf, isForeignPage, isForeignSection, isKnown, isOurs, type PageCompany } from './company.ts';
import { caselessForm } from './forms.ts';
import { indexLabels, matchLabel, type LabelIndex } from './match.ts';
import type { JudgedLabel, LabelMatch } from './types.ts';

/** Judges every label that the pages name by the interface map; gives none where the product has no map. */
export function judgeLabels(pages: Page[], product: Product): JudgedLabel[] {
  if (!product.interface) return [];
  const indexes = indexByLanguage(product.interface);
  const ownNames = new Set(product.names.map((name) => name.toLowerCase()));
  return pages.flatMap((page) => {
    const index = indexes.get(page.facts.language) ?? indexes.get('');
    return index ? judgePage(page, index, product, ownNames) : [];
  });
}

/** A page is judged by the catalogues of its language, and by those that do not tell theirs. */
function indexByLanguage(map: InterfaceMap): Map<string, LabelIndex> {
  const languageOf = new Map(map.catalogues.map(({ path, language }) => [path, language]));
  const languages = new Set(map.catalogues.map(({ language }) => language));
  const of = (language: string) => ({ catalogue }: { catalogue: string }) => ['', language].includes(languageOf.get(catalogue) ?? '');
  return new Map(Array.from(languages, (language) => [language, indexLabels({ labels: map.labels.filter(of(language)), past: map.past.filter(of(language)) }, language || defaultLanguage)]));
}

function judgePage(page: Page, index: LabelIndex, product: Product, ownNames: Set<string>): JudgedLabel[] {
  const { references, headings } = page.facts;
  const matches = new Map<string, LabelMatch>();
  const labels = references.map((reference): JudgedLabel => {
    const thorough = reference.cue !== 'none';
    const key = [thorough, reference.text, ...reference.readings].join('\n');
    let match = matches.get(key);
    if (!match) matches.set(key, (match = matchLabel(index, reference.text, reference.readings, thorough)));
    return { ...match, page, reference, veto: '' };
  });
  const company = companyOf(labels, headings);
  const bygone = isBygone(page);
  const screens = new ForeignScreens(page, product, ownNames, index);
  for (const label of labels) {
    if (!isKnown(label.state)) label.veto = bygone ? 'bygone' : vetoOf(label, company, screens);
  }
  return labels;
}

function vetoOf(label: JudgedLabel, company: PageCompany, screens: ForeignScreens): JudgedLabel['veto'] {
  const { reference, text } = label;
  if (screens.isName(text)) return 'name';
  const section = company.section(reference.section);
  if (isForeignSection(section)) return 'section';
  if (isForeignPage(company.page)) return 'page';
  if (isOurs(section)) return '';
  if (screens.isElsewhere(label)) return 'screen';
  return screens.isVendorPart(reference.section) ? 'vendor' : '';
}

/** Pages that name what was: their labels are gone on purpose. */
const bygonePage = /(?:^|[\s/_-])(?:migrat\w*|change-?log|release-?notes?|what-?s-?new|upgrading|deprecat\w*)(?:[\s/_.-]|$)/i;

function isBygone(page: Page): boolean {
  return bygonePage.test(page.path) || bygonePage.test(page.facts.title);
}

/** Knows whose interface the words around a label speak of. */
class ForeignScreens {
  private readonly page: Page;
  private readonly product: Product;
  private readonly ownNames: Set<string>;
  private readonly index: LabelIndex;

  constructor(page: Page, product: Product, ownNames: Set<string>, index: LabelIndex) {
    this.page = page;
    this.product = product;
    this.ownNames = ownNames;
    this.index = index;
  }

  /** The name of a product is no label. */
  isName(text: string): boolean {
    return this.ownNames.has(text.toLowerCase()) || vendorsIn(text).some((name) => name.length >= text.length - 1);
  }

  /** Whether the block names another product or leads to another host, and does not name ours. */
  isElsewhere({ reference }: JudgedLabel): boolean {
    const foreign = reference.elsewhere.filter((place) => !this.isOwn(place));
    return foreign.length > 0 && !this.namesUs(reference.range.start);
  }

  /** Whether the title of the page or the headings over a section name another product. */
  isVendorPart(section: number): boolean {
    const { title, headings } = this.page.facts;
    const over = [title, headings[section]?.text ?? ''];
    return over.some((text) => vendorsIn(text).some((name) => !this.isOwn(name)));
  }

  private isOwn(place: string): boolean {
    if (place.includes('.')) return this.product.domains.some((domain) => place === domain || place.endsWith(`.${domain}`));
    const name = place.toLowerCase();
    return [...this.ownNames].some((own) => name === own || name.startsWith(`${own} `)) || this.index.caseless.has(caselessForm(place));
  }

  private namesUs(offset: number): boolean {
    const { source } = this.page;
    const start = source.lastIndexOf('\n', offset) + 1;
    const end = source.indexOf('\n', offset);
    const line = source.slice(start, end < 0 ? undefined : end).toLowerCase();
    return [...this.ownNames].some((name) => line.includes(name));
  }
}

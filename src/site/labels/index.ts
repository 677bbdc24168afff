import type { Reference } from '../../content/extract/references.ts';
import type { Page } from '../../content/types.ts';
import type { Product } from '../../product/types.ts';
import { companyOf, isForeignPage, isForeignSection, isKnown, isOurs, type PageCompany } from './company.ts';
import { createLookups, type Lookup } from './lookups.ts';
import { matchLabel, matchPast, matchRenamed } from './match.ts';
import { contextOf, rankLabels, type PageContext } from './rank.ts';
import { isElsewhere, isIntegration, isProductName, isUnderVendor, tellsWhatWas, type Ours } from './screens.ts';
import type { JudgedLabel, LabelMatch, LabelState } from './types.ts';

/**
 * Judges the labels that the pages name by the interface map; gives none where the product has no map. What is only
 * set off from the text counts where it is a label that was renamed, and is left out else.
 */
export function judgeLabels(pages: Page[], product: Product): JudgedLabel[] {
  if (!product.interface) return [];
  let lookupOf = lookupsOf.get(product);
  if (!lookupOf) lookupsOf.set(product, (lookupOf = createLookups(product.interface, product)));
  return pages.flatMap((page) => {
    if (page.facts.references.length === 0) return [];
    const lookup = lookupOf!(page);
    return lookup ? judgePage(page, lookup) : [];
  });
}

/** Looking labels up takes an index of them, made once for a product. */
const lookupsOf = new WeakMap<Product, (page: Page) => Lookup | null>();

function judgePage(page: Page, lookup: Lookup): JudgedLabel[] {
  const labels: JudgedLabel[] = [];
  for (const reference of page.facts.references) {
    const match = matchOf(reference, lookup);
    if (match) labels.push({ ...match, page, reference, veto: '', beside: '' });
  }
  const company = companyOf(labels, page.facts.headings);
  const bygone = tellsWhatWas(page);
  let context: PageContext | null = null;
  labels.forEach((label, index) => {
    if (label.state === 'known') return;
    label.beside = isBesideOurStep(labels, index) ? 'path' : isOurs(company.section(label.reference.section)) ? 'section' : '';
    label.veto = bygone ? 'bygone' : vetoOf(label, company, lookup);
    if (label.veto !== '' || !wantsCandidates.includes(label.state)) return;
    context ??= contextOf(page, labels, lookup.index);
    label.today = rankLabels(label, label.today, context, lookup.index);
  });
  return labels;
}

const wantsCandidates: LabelState[] = ['close', 'removed'];

/** Whether a step beside a label in its menu path is one that the interface has. */
function isBesideOurStep(labels: JudgedLabel[], index: number): boolean {
  const { path } = labels[index]!.reference;
  return path >= 0 && [labels[index - 1], labels[index + 1]].some((other) => other?.reference.path === path && isKnown(other.state));
}

function matchOf({ cue, markup, path, text, readings }: Reference, { index, matches }: Lookup): LabelMatch | null {
  // Words that nothing sets off are a label for sure only where the interface had them.
  const matchBy = cue === 'none' ? matchRenamed : markup === 'plain' && path < 0 ? matchPast : matchLabel;
  const key = [matchBy.name, text, ...readings].join('\n');
  let match = matches.get(key);
  if (match === undefined) {
    match = matchBy(index, text, readings);
    matches.set(key, match);
  }
  return match;
}

function vetoOf({ page, reference, text, past, beside }: JudgedLabel, company: PageCompany, ours: Ours): JudgedLabel['veto'] {
  if (isProductName(text, ours)) return 'name';
  // Another product has not what we had among what we have.
  if (past !== null && (beside === 'path' || beside === 'section')) return '';
  const section = company.section(reference.section);
  if (isForeignSection(section)) return 'section';
  if (isForeignPage(company.page)) return 'page';
  if (beside === 'section') return '';
  if (isElsewhere(reference, page, ours)) return 'screen';
  if (isUnderVendor(reference.section, page, ours)) return 'vendor';
  // A page about an integration is half another product's: only what was ours for certain counts there.
  return past === null && isIntegration(page) ? 'vendor' : '';
}

import type { Heading } from '../../content/extract/headings.ts';
import type { JudgedLabel } from './types.ts';

/** How many references of a part of a page name something that the interface has or had. */
export interface Company {
  references: number;
  known: number;
}

/** The company that the labels of one page keep: in each section, and on the page. */
export interface PageCompany {
  page: Company;
  section(index: number): Company;
}

export function companyOf(labels: JudgedLabel[], headings: Heading[]): PageCompany {
  const page: Company = { references: 0, known: 0 };
  const sections = new Map<number, Company>();
  for (const { reference, state } of labels) {
    if (reference.cue === 'none') continue;
    const found = isKnown(state) || state === 'renamed' || state === 'removed' || state === 'foreign';
    for (const part of [page, ...partsOf(reference.section, headings, sections)]) {
      part.references++;
      if (found) part.known++;
    }
  }
  return { page, section: (index) => widest(index, headings, sections) };
}

export function isKnown(state: JudgedLabel['state']): boolean {
  return state === 'known' || state === 'case' || state === 'spelling';
}

/** A section and those it is a part of. */
function partsOf(index: number, headings: Heading[], sections: Map<number, Company>): Company[] {
  const parts: Company[] = [];
  for (let at: number | null = index; at !== null; at = parentOf(at, headings)) {
    let company = sections.get(at);
    if (!company) sections.set(at, (company = { references: 0, known: 0 }));
    parts.push(company);
  }
  return parts;
}

function parentOf(index: number, headings: Heading[]): number | null {
  const depth = headings[index]?.depth ?? 0;
  if (depth <= 2) return null;
  for (let at = index - 1; at >= 0; at--) if (headings[at]!.depth < depth) return headings[at]!.depth >= 2 ? at : null;
  return null;
}

/** The smallest section around a label that has enough references to judge by. */
function widest(index: number, headings: Heading[], sections: Map<number, Company>): Company {
  let company: Company = { references: 0, known: 0 };
  for (let at: number | null = index; at !== null; at = parentOf(at, headings)) {
    company = sections.get(at) ?? company;
    if (company.references >= enoughInSection) return company;
  }
  return company;
}

/**
 * References from which the share that the interface has decides whose screen it is, and the share at or below which it
 * is another product's (measured on ten products: worth .2 of precision).
 */
const enoughInSection = 4;
const foreignSection = 1 / 5;
const enoughOnPage = 6;
const foreignPage = 1 / 3;
/** References and share from which the screen is ours, whatever product the words name. */
const enoughForOurs = 3;
const ours = 2 / 3;

export function isForeignSection({ references, known }: Company): boolean {
  return references >= enoughInSection && known <= references * foreignSection;
}

export function isForeignPage({ references, known }: Company): boolean {
  return references >= enoughOnPage && known <= references * foreignPage;
}

export function isOurs({ references, known }: Company): boolean {
  return references >= enoughForOurs && known >= references * ours;
}

import type { Reference } from '../../content/extract/references.ts';
import type { Page } from '../../content/types.ts';
import type { Product } from '../../product/types.ts';
import { vendorsIn } from '../../text/vendors.ts';
import { caselessForm } from './forms.ts';
import type { LabelIndex } from './label-index.ts';

/** What is known of the product whose screens a page may lead through. */
export interface Ours {
  product: Pick<Product, 'names' | 'domains'>;
  index: LabelIndex;
  /** Names of further products whose labels are not ours to judge; null for none. */
  external: RegExp | null;
}

/** Pages that name what was, or what a writer is not to write: their labels are gone on purpose. */
const bygonePage = /(?:^|[\s/_-])(?:migrat\w*|change-?log|release-?notes?|what-?s-?new|upgrading|deprecat\w*|style[\s_-]?guide)(?:[\s/_.-]|$)/i;

/** A folder or name with the day of the page, or a folder of posts: it tells what was true on that day. */
const datedPage = /(?:^|\/)(?:\d{4}[/-]\d{2}(?:[/-]|$)|(?:blog|news|posts|_posts)\/)/;

export function tellsWhatWas({ path, facts }: Page): boolean {
  return bygonePage.test(path) || bygonePage.test(facts.title) || datedPage.test(path);
}

/** Folders whose pages are each about another product, numbered for their order or not. */
const integrationFolder = /(?:^|[/_.-])(?:integrations?|connectors?|providers?|partners?|plugins?|sso|single-sign-on|oauth|marketplace)[/_-]/i;

/** Whoever brings something over from another product begins in that one. */
const broughtOver = /\b(?:import|mov|switch)(?:e|s|ing)?\b.{0,40}\bfrom\b/i;

/** Whether a page is about ours and another product together. */
export function isIntegration({ path, facts }: Page): boolean {
  return integrationFolder.test(path) || broughtOver.test(facts.title) || vendorsIn(facts.title).length > 0;
}

/** Other products that a text names. */
function othersIn(text: string, { external }: Ours): string[] {
  const named = vendorsIn(text);
  return external ? [...named, ...(text.match(external) ?? [])] : named;
}

/** The name of a product is no label. */
export function isProductName(text: string, ours: Ours): boolean {
  return ours.product.names.some((name) => name.toLowerCase() === text.toLowerCase()) || othersIn(text, ours).some((name) => name.length >= text.length - 1);
}

/** Whether the block of a reference names another product or leads to another host, and does not name ours. */
export function isElsewhere({ elsewhere, range }: Reference, page: Page, ours: Ours): boolean {
  const line = lineAt(page.source, range.start);
  const isTold = elsewhere.some((place) => !isOurPlace(place, ours)) || (ours.external !== null && line.search(ours.external) >= 0);
  return isTold && !namesUs(line, ours);
}

/** Whether the title of the page or the heading over a section names another product. */
export function isUnderVendor(section: number, { facts }: Page, ours: Ours): boolean {
  return [facts.title, facts.headings[section]?.text ?? ''].some((text) => othersIn(text, ours).some((name) => !isOurPlace(name, ours)));
}

/** A host or name of ours, or that of an integration that our own interface names. */
function isOurPlace(place: string, { product, index }: Ours): boolean {
  if (product.domains.some((domain) => place === domain || place.endsWith(`.${domain}`))) return true;
  const name = place.toLowerCase();
  return product.names.some((own) => name === own.toLowerCase() || name.startsWith(`${own.toLowerCase()} `)) || index.caseless.has(caselessForm(place));
}

function lineAt(source: string, offset: number): string {
  const end = source.indexOf('\n', offset);
  return source.slice(source.lastIndexOf('\n', offset) + 1, end < 0 ? undefined : end);
}

function namesUs(line: string, { product }: Ours): boolean {
  const lower = line.toLowerCase();
  return product.names.some((name) => lower.includes(name.toLowerCase()));
}

import { UsageError } from '../content/errors.ts';
import type { Page } from '../content/types.ts';
import type { Flow, FlowOutcome } from '../product/flows.ts';
import { didYouMean, textIn, type ShownText } from '../product/self-serve.ts';
import { formatAddress, routeOfPage, type AddressFormat } from './addresses.ts';
import { localeOfRoute, routeInLocale, type SiteLocales } from './locales.ts';
import type { LinkView } from './product-view.ts';

/** The module by which the troubleshooter's pages know what to show: flows by the folder of the locale. */
export const flowsModule = 'virtual:waymark/flows';

/** A flow in one language, ready to be shown: one page for each of its nodes. */
export interface FlowView {
  id: string;
  title: string;
  description: string;
  address: string;
  nodes: NodeView[];
}

export interface NodeView {
  /** Path of the node's page behind that of the troubleshooter: `lost-messages`, `lost-messages/bounced`. */
  path: string;
  kind: 'question' | 'outcome';
  title: string;
  text: string;
  answers: LinkView[];
  page: LinkView | null;
  action: LinkView | null;
  /** Whether a person takes over, and for which task; empty for none of the registry. */
  contact: { task: string } | null;
}

/** What flows are shown with. */
export interface FlowSurroundings {
  /** Published pages of the tree. */
  pages: readonly Page[];
  /** Tasks of the registry. */
  tasks: readonly string[];
  /** Language tag of each locale, by its folder. */
  languages: Record<string, string>;
  locales: SiteLocales;
  format: AddressFormat;
}

/**
 * The flows as each locale shows them, by its folder.
 * @throws UsageError where an outcome names a page, an anchor or a task that there is not
 */
export function flowViews(flows: readonly Flow[], around: FlowSurroundings): Record<string, FlowView[]> {
  return Object.fromEntries(Object.entries(around.languages).map(([folder, lang]) => [folder, flows.map((flow) => viewOf(flow, folder, lang, around))]));
}

function viewOf(flow: Flow, folder: string, lang: string, around: FlowSurroundings): FlowView {
  const text = (shown: ShownText | null | undefined) => (shown ? textIn(shown, lang) : '');
  const pathOf = (node: string) => (node === flow.questions[0]!.id ? flow.id : `${flow.id}/${node}`);
  const addressOf = (node: string) => formatAddress(routeInLocale(`/fix/${pathOf(node)}`, '', folder), around.format);
  const questions = flow.questions.map((each): NodeView => ({
    path: pathOf(each.id),
    kind: 'question',
    title: text(each.question),
    text: text(each.help),
    answers: each.answers.map(({ answer, to }) => ({ title: text(answer), address: addressOf(to) })),
    page: null,
    action: null,
    contact: null,
  }));
  const outcomes = flow.outcomes.map((each): NodeView => ({
    path: pathOf(each.id),
    kind: 'outcome',
    title: text(each.title),
    text: text(each.text),
    answers: [],
    page: pageOf(flow, each, folder, around),
    action: each.action ? { title: text(each.action.label), address: each.action.to } : null,
    contact: contactOf(flow, each, around),
  }));
  return { id: flow.id, title: text(flow.title), description: text(flow.description), address: addressOf(flow.questions[0]!.id), nodes: [...questions, ...outcomes] };
}

function pageOf(flow: Flow, { id, page: written }: FlowOutcome, folder: string, { pages, locales, format }: FlowSurroundings): LinkView | null {
  if (written === undefined) return null;
  const [path = '', anchor = ''] = written.split('#');
  const page = pages.find((each) => each.path === path);
  if (!page) throw new UsageError(`${flow.placeOf(id, 'page')}: there is no page “${path}”.${didYouMean(path, pages.map((each) => each.path))}`);
  if (anchor !== '' && !page.facts.anchors.includes(anchor)) throw new UsageError(`${flow.placeOf(id, 'page')}: ${path} has no anchor “${anchor}”.${didYouMean(anchor, page.facts.anchors)}`);
  const route = routeOfPage(page);
  // A page of the default locale stands in for its translation at the translation's address.
  const own = localeOfRoute(route, locales) === locales.fallback ? routeInLocale(route, locales.fallback, folder) : route;
  const translated = pages.find((each) => routeOfPage(each) === own) ?? page;
  return { title: translated.facts.title, address: `${formatAddress(own, format)}${anchor === '' ? '' : `#${anchor}`}` };
}

function contactOf(flow: Flow, { id, contact }: FlowOutcome, { tasks }: FlowSurroundings): NodeView['contact'] {
  if (contact === undefined) return null;
  if (contact === true) return { task: '' };
  if (!tasks.includes(contact)) throw new UsageError(`${flow.placeOf(id, 'contact')}: the self-serve registry has no task “${contact}”.${didYouMean(contact, [...tasks])}`);
  return { task: contact };
}

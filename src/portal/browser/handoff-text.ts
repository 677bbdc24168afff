import type { Handoff } from '../../service/messages.ts';
import type { Journey } from './journey.ts';

/** One thing that the reader did or has: the line that is shown, and what is sent for it. */
export interface Line {
  text: string;
  /** Adds it to what is sent. */
  addTo(did: NonNullable<Handoff['did']>): void;
}

/** What stands before each kind of line, with `{…}` to be filled in. */
export type LineTexts = Record<'page' | 'search' | 'answer' | 'browser' | 'platform', string>;

const longestLine = 200;

/** Everything that may help whoever takes over, one line each. */
export function linesOf({ pages, searches, answers }: Journey, { browser, platform }: { browser: string; platform: string }, texts: LineTexts): Line[] {
  const cut = (text: string) => text.trim().slice(0, longestLine);
  return [
    ...pages.map(({ title, path }): Line => ({ text: fill(texts.page, { title, path }), addTo: (did) => (did.pages ??= []).push(path) })),
    ...searches.map((query): Line => ({ text: fill(texts.search, { query }), addTo: (did) => (did.searches ??= []).push(cut(query)) })),
    ...answers.map(({ question, answer }): Line => ({ text: fill(texts.answer, { question, answer }), addTo: (did) => (did.answers ??= []).push({ question: cut(question), answer: cut(answer) }) })),
    ...(browser === '' ? [] : [{ text: fill(texts.browser, { browser }), addTo: (did: NonNullable<Handoff['did']>) => void (did.browser = cut(browser)) }]),
    ...(platform === '' ? [] : [{ text: fill(texts.platform, { platform }), addTo: (did: NonNullable<Handoff['did']>) => void (did.platform = cut(platform)) }]),
  ];
}

/** The whole message as a text, for those who send it themselves. */
export function textOf(about: string, message: string, choices: readonly string[], heading: string, lines: readonly string[]): string {
  const parts = [about, message.trim(), choices.join('\n'), lines.length === 0 ? '' : [heading, ...lines.map((line) => `- ${line}`)].join('\n')];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** What the browser tells of itself, in words where it has them. */
export function deviceOf(navigator: Navigator): { browser: string; platform: string } {
  const { userAgentData } = navigator as Navigator & { userAgentData?: { brands: { brand: string; version: string }[]; platform: string } };
  if (!userAgentData) return { browser: navigator.userAgent, platform: navigator.platform };
  // Browsers put in a brand that does not exist, so that nobody counts on the order.
  const brands = userAgentData.brands.filter(({ brand }) => !/not.*brand/i.test(brand));
  return { browser: brands.map(({ brand, version }) => `${brand} ${version}`).join(', '), platform: userAgentData.platform };
}

function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

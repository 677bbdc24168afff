import type { Page } from '../content/types.ts';
import type { Sources } from './facts.ts';
import type { LinkView, ProductView } from './product-view.ts';

/** Code blocks and inline code, which stay as they are written. */
const code = /^([ \t]*)(`{3,}|~{3,})[^]*?(?:^[ \t]*\2[`~]*[ \t]*$|$(?![^]))|(?<!`)(`+)(?!`)[^]*?(?<!`)\3(?!`)/gm;

/** A page as Markdown for people who read it in an editor, and for agents: its title, and its text with facts and snippets put in. */
export function markdownOf({ source, dialect, facts: { title, description } }: Page, sources: Sources, view: ProductView): string {
  const body = source.replace(/^---\r?\n[^]*?\r?\n---[ \t]*(?:\r?\n|$)/, '').replace(/^\+\+\+\r?\n[^]*?\r?\n\+\+\+[ \t]*(?:\r?\n|$)/, '');
  const text = outsideCode(body, (prose) => {
    const shown = prose
      .replace(/\{\s*fact\.([a-z0-9-]+)\s*\}/g, (_, id: string) => sources.fact(id))
      .replace(/<Fact\s+id=["']([^"']+)["']\s*\/>/g, (_, id: string) => sources.fact(id))
      .replace(/<Include\s+file=["']([^"']+)["']\s*\/>/g, (_, file: string) => sources.snippet(file));
    return dialect === 'mdx' ? withoutComponents(shown, view) : shown;
  });
  const own = text.trim();
  const head = own.startsWith('# ') ? [] : [`# ${title}`, ...(description === '' ? [] : [`> ${description.replace(/\s+/g, ' ')}`])];
  return `${[...head, own].join('\n\n').replace(/\n{3,}/g, '\n\n').trim()}\n`;
}

function outsideCode(text: string, change: (prose: string) => string): string {
  let changed = '';
  let at = 0;
  for (const match of text.matchAll(code)) {
    changed += change(text.slice(at, match.index)) + match[0];
    at = match.index + match[0].length;
  }
  return changed + change(text.slice(at));
}

/** What our own components show, in words; what a site's own components show, nobody here knows. */
function withoutComponents(prose: string, { tasks, channels, facts }: ProductView): string {
  return prose
    .replace(/^(?:import|export)\s.*$\n?/gm, '')
    .replace(/\{\/\*[^]*?\*\/\}/g, '')
    .replace(/<UI>([^<]*)<\/UI>/g, (_, label: string) => `**${label.trim()}**`)
    .replace(/<(?:Limit|Price)\s+id=["']([^"']+)["']\s*\/>/g, (whole, id: string) => facts[id]?.text ?? whole)
    .replace(/<Contact(?:\s+task=["']([^"']+)["'])?\s*\/>/g, (_, id: string | undefined) => {
      const task = id === undefined ? undefined : tasks[id];
      const self = [...(task?.pages ?? []), ...(task && task.route !== '' ? [{ title: task.route, address: task.route }] : [])].map(linkLine);
      return [...self, ...channels.map(({ name, address, hours }) => `- ${name}: ${address} (${hours})`)].join('\n');
    })
    .replace(/<(?:Home|Plans|Status|SearchField)\b[^>]*\/>/g, '');
}

function linkLine({ title, address }: LinkView): string {
  return `- [${title}](${address})`;
}

/** A line of the list of pages. */
export interface ListedMarkdown {
  title: string;
  description: string;
  /** First folder of its address; empty for pages at the top. */
  area: string;
  /** Address of its Markdown. */
  address: string;
}

/** The list of pages for agents (llmstxt.org): the site, then its pages by area. */
export function llmsText(site: { title: string; description: string }, pages: readonly ListedMarkdown[]): string {
  const areas = [...Map.groupBy(pages, ({ area }) => area)].sort(([a], [b]) => (a < b ? -1 : 1));
  const lists = areas.map(([area, listed]) => {
    const lines = listed.map(({ title, description, address }) => `- [${title.replace(/[[\]]/g, '\\$&')}](${address})${description === '' ? '' : `: ${description.replace(/\s+/g, ' ')}`}`);
    return [...(area === '' ? [] : [`## ${area}\n`]), ...lines].join('\n');
  });
  return `${[`# ${site.title}`, ...(site.description === '' ? [] : [`> ${site.description}`]), ...lists].join('\n\n')}\n`;
}

import type { Hover } from 'vscode-languageserver';
import type { Page } from '../content/types.ts';
import type { Finding } from '../engine/finding.ts';
import { factText } from '../product/facts.ts';
import { oneLine } from '../reporters/text.ts';
import type { Site } from '../site/types.ts';
import { thingAt, type Thing } from './at.ts';
import type { Shown } from './session.ts';
import { escaped, rangeIn } from './text.ts';

/** What is known at a place: the findings there with their evidence, and what the thing there is or leads to. */
export function hoverAt(site: Site, page: Page, shown: readonly Shown[], offset: number): Hover | null {
  const here = shown.filter(({ range }) => range.start <= offset && offset <= range.end);
  const thing = thingAt(site, page, offset);
  const blocks = [...here.map(({ finding }) => evidenceOf(finding)), ...(thing ? [...describe(site, thing)] : [])];
  const range = here[0]?.range ?? thing?.range;
  if (blocks.length === 0 || !range) return null;
  return { contents: { kind: 'markdown', value: blocks.join('\n\n---\n\n') }, range: rangeIn(page, range) };
}

function evidenceOf({ rule, certainty, message, evidence, suggestions, fingerprint }: Finding): string {
  return [
    `**${rule}** (${certainty}): ${plain(message)}`,
    ...evidence.map(({ text }) => `- ${plain(text)}`),
    ...(suggestions.length > 0 ? ['', ...suggestions.map((text) => `→ ${plain(text)}  `)] : []),
    '',
    `\`waymark explain ${fingerprint}\``,
  ].join('\n');
}

function* describe(site: Site, thing: Thing): Iterable<string> {
  const { product } = site;
  switch (thing.kind) {
    case 'link': {
      const { target } = thing.link;
      if (target.kind === 'page') yield `**${plain(target.page.facts.title)}**  \n${plain([target.page.path, target.anchor].filter(Boolean).join('#'))}${target.page.facts.description === '' ? '' : `\n\n${plain(target.page.facts.description)}`}`;
      if (target.kind === 'redirected') yield `The site sends this address elsewhere.`;
      return;
    }
    case 'fact': {
      const fact = product.facts?.get(thing.id);
      if (fact) yield `**${plain(factText(fact))}**${[fact.unit, fact.per && `per ${fact.per}`, fact.scope].filter(Boolean).map((part) => ` ${plain(part)}`).join(',')}  \n${fact.kind} “${fact.id}”`;
      return;
    }
    case 'task': {
      const registered = site.registered.find(({ task }) => task.id === thing.id);
      if (registered) yield `Task **${plain(registered.task.id)}**: ${plain(Object.values(registered.task.phrasings).flat().join('; '))}${registered.pages.map(({ path }) => `\n- ${plain(path)}`).join('')}`;
      return;
    }
    case 'label': {
      const { label } = thing;
      const [today] = label.today;
      if (today) yield `${label.state === 'known' ? 'A label' : 'Close to the label'} **${plain(today.text)}** (${plain(today.key)}) in ${plain(today.catalogue)}`;
      if (label.past) yield `It was a label in ${plain(label.past.lastSeen)}.`;
      return;
    }
    case 'contact':
      yield `${thing.mention.verdict}: ${plain(thing.mention.reason)}${thing.mention.task ? `  \nTask: ${plain(thing.mention.task.text)}` : ''}`;
      return;
    case 'heading':
      yield `\`#${thing.heading.slug}\``;
  }
}

function plain(text: string): string {
  return escaped(oneLine(text));
}

import { lineStarts, positionAt } from '../content/position.ts';
import type { Page } from '../content/types.ts';
import { rules } from '../rules/index.ts';
import { topicOf } from '../site/tasks/topic.ts';
import type { JudgedMention } from '../site/tasks/types.ts';
import type { Site } from '../site/types.ts';
import { lexiconOf } from '../text/lexicon/index.ts';

const owners = { ours: 'of the product', yours: 'of the reader', theirs: 'of somebody else', '': '' };
const places = {
  before: 'before the contact',
  after: 'after the contact',
  around: 'around the contact',
  question: 'in the question before',
  heading: 'in the heading',
  list: 'in the list that follows',
  row: 'in the row or column of the table',
  link: 'in the text of the link',
  item: 'the item before the brackets',
};

/**
 * What Waymark sees in the contacts on a line of a page: the words that were read, and what they led to.
 * @param line from 1
 */
export function explainPlace({ mentions }: Site, page: Page, line: number): string {
  const starts = lineStarts(page.source);
  const here = mentions.filter(({ page: other, mention: { sentenceRange } }) => {
    if (other !== page) return false;
    return positionAt(starts, sentenceRange.start).line <= line && line <= positionAt(starts, Math.max(sentenceRange.start, sentenceRange.end - 1)).line;
  });
  if (here.length === 0) return `${page.path}:${line} names no contact.${lexiconOf(page.facts.language) ? '' : ` Waymark has no words of the page’s language (${page.facts.language}).`}\n`;
  return here.map((judged) => `${page.path}:${line}  “${judged.mention.sentence}”\n\n${table(rowsOf(judged))}\n`).join('\n');
}

function rowsOf(judged: JudgedMention): [string, string][] {
  const { mention, verdict, class: evidence, reason, task } = judged;
  const { agent, purpose } = mention;
  const rows: [string, string][] = [
    ['verdict', evidence === '' ? verdict : `${verdict}, class ${evidence}`],
    ['rule', rules.find(({ meta }) => meta.id.startsWith('help/') && Object.hasOwn(meta.classes, evidence))?.meta.id ?? ''],
    ['because', reason],
    ['topic', evidence === '' ? '' : topicOf(judged)],
    ['contact', list(agent.text === '' ? 'nobody named' : `“${agent.text}”`, mention.form, agent.kind === 'none' ? '' : agent.kind, owners[agent.owner], agent.mailHost)],
    ['link', mention.target],
    ['purpose', purpose ? list(`“${purpose.text}”`, places[purpose.place], purpose.kind, purpose.lead === 'need' ? 'a need' : '') : ''],
    ['task', task?.text ?? ''],
    ['seen', mention.cues.join(', ')],
    ['in purpose', mention.purposeCues.join(', ')],
    ['before', mention.previous.cues.join(', ')],
    ['heading', list(...mention.heading.cues, mention.heading.question ? 'question' : '')],
    ['place', list(mention.place, mention.afterSteps ? 'after steps' : '', mention.row)],
  ];
  return rows.filter(([, text]) => text !== '');
}

function list(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}

function table(rows: [string, string][]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}\n`).join('');
}

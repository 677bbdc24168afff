// Times the judgement of labels alone, suggestions included, on pages and an interface made up for it: `npm run bench -- --labels`.
import type { Reference } from '../../src/content/extract/references.ts';
import type { Page } from '../../src/content/types.ts';
import type { Label, PastLabel, Product } from '../../src/product/types.ts';
import { judgeLabels } from '../../src/site/labels/index.ts';

/** What the judgement took. */
export interface LabelTimes {
  labels: number;
  pages: number;
  references: number;
  /** Milliseconds of processor time, the garbage collector's included; the fastest of three rounds in one process. */
  ms: number;
}

const verbs = ['Add', 'Edit', 'Remove', 'Share', 'Export', 'Import', 'Enable', 'Copy', 'Move', 'Archive', 'Show', 'Test', 'Pause', 'Send', 'Verify', 'Connect', 'Create', 'Open', 'Merge', 'Lock'];
const things = ['domain', 'sender', 'webhook', 'template', 'contact', 'segment', 'report', 'invoice', 'member', 'token', 'route', 'address', 'campaign', 'list', 'field', 'event', 'account', 'plan', 'import', 'certificate', 'key', 'log', 'rule', 'filter', 'folder'];
const ends = ['', 'settings', 'history', 'in bulk', 'for the team', 'by email', 'details', 'now', 'from a file', 'with a copy', 'permanently', 'as owner', 'to archive', 'by name', 'by date', 'draft', 'preview', 'limits', 'access', 'backup'];

/**
 * Judges references on many pages by many labels. Three in five references are labels of today; the others were
 * renamed, are slips, or share words with hundreds of labels.
 */
export function timeLabels(labelCount: number, pageCount: number): LabelTimes {
  const texts = Array.from({ length: labelCount }, (_, index) => textOf(index));
  const labels = texts.map((text, index): Label => ({ text, key: `part${index % 97}.key${index}`, catalogue: 'en.json', inner: false }));
  const past = texts.slice(0, labelCount / 10).map((text, index): PastLabel => ({ ...labels[index]!, text: `${text} (old)`, lastSeen: 'old.json', renamedTo: text, renamedBy: 'key' }));
  const pages = Array.from({ length: pageCount }, (_, index) => pageOf(index, texts));
  const map = { catalogues: [{ path: 'en.json', language: 'en', serves: [] }], labels, past, crawls: [], external: [], unreadable: [] };
  const product: Product = { names: ['Postwing'], domains: [], origin: 'configuration', interface: map, facts: null, selfServe: null };
  const rounds = Array.from({ length: 3 }, () => {
    const begun = process.cpuUsage().user;
    judgeLabels(pages, product);
    return (process.cpuUsage().user - begun) / 1000;
  });
  return { labels: labelCount, pages: pageCount, references: pages.length * perPage, ms: Math.min(...rounds) };
}

const perPage = 8;

function textOf(index: number): string {
  const end = ends[Math.floor(index / (verbs.length * things.length)) % ends.length]!;
  return [verbs[index % verbs.length], things[Math.floor(index / verbs.length) % things.length], end].filter((part) => part !== '').join(' ');
}

function pageOf(index: number, texts: string[]): Page {
  const references = Array.from({ length: perPage }, (_, at) => referenceTo(written(texts[(index * 31 + at * 1009) % texts.length]!, index * perPage + at)));
  const facts = { title: `Page ${index}`, language: 'en', headings: [], references };
  return { path: `page-${index}.md`, source: '', facts } as unknown as Page;
}

/** A label as a page may write it. */
function written(text: string, turn: number): string {
  switch (turn % 10) {
    case 0:
      return `${text} (old)`;
    case 1:
      return text.replace(/.$/, '');
    case 2:
      return `${text} page ${turn}`;
    case 3:
      return text.toUpperCase();
    default:
      return text;
  }
}

function referenceTo(text: string): Reference {
  return { text, readings: [], range: { start: 0, end: 0 }, markup: 'bold', cue: 'verb', role: 'button', path: -1, section: -1, inHeading: false, target: '', elsewhere: [] };
}

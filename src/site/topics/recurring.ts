import type { Page } from '../../content/types.ts';
import type { EvidenceName } from './evidence.ts';
import type { Signal, TopicEdge } from './types.ts';

/** Pairs of alike pages between two folders that make these mirrors: one or two were copied, three are a tree told twice. */
const fewestBetweenFolders = 3;
/** Pairs whose file names differ by one replacement that make it a pattern: the pairs read alike already. */
const fewestReplacements = 2;

/**
 * Takes back edges whose likeness recurs: where several pairs of a tree are alike in one way, the pages are made so.
 * Either the pages of two folders are alike pair by pair, whatever their names are, or the same words take each other's
 * place in the names of several pairs (`upgrade-single-node-database` and `upgrade-two-tier-database-rolling`).
 */
export function withoutRecurring(edges: TopicEdge[]): TopicEdge[] {
  const patterns = new Map<string, Pattern>();
  const patternsOf = new Map(edges.map((edge) => [edge, [...foldersBetween(edge), ...replacementsBetween(edge)]]));
  for (const [edge, found] of patternsOf) {
    for (const pattern of found) {
      const known = patterns.get(pattern.key) ?? pattern;
      patterns.set(pattern.key, known);
      known.sides[0].add(pattern.swapped ? edge.b : edge.a);
      known.sides[1].add(pattern.swapped ? edge.a : edge.b);
    }
  }
  const isTemplate = templatesAmong(edges);
  return edges.map((edge) => {
    if (edge.veto) return edge;
    if (isTemplate(edge)) return { ...edge, veto: { name: 'template', text: 'Three or more pages of their folder are alike: they are made from one template.' } };
    const pattern = patternsOf.get(edge)!.map(({ key }) => patterns.get(key)!).find(({ sides, fewest }) => sides.every(({ size }) => size >= fewest));
    return pattern ? { ...edge, veto: pattern.signal } : edge;
  });
}

/**
 * Tells edges between pages of one folder of which one is like a third page there. Pages of one title or one text are
 * copies all the same.
 */
function templatesAmong(edges: TopicEdge[]): (edge: TopicEdge) => boolean {
  const alike = new Map<Page, Set<Page>>();
  const note = (page: Page, other: Page) => alike.set(page, (alike.get(page) ?? new Set()).add(other));
  for (const { a, b, evidence } of edges) {
    if (folderOf(a) !== folderOf(b) || !isOneText(evidence.name)) continue;
    note(a, b);
    note(b, a);
  }
  return ({ a, b, evidence }) => {
    if (evidence.name === 'declared' || evidence.name === 'one-task' || folderOf(a) !== folderOf(b) || a.facts.title.toLowerCase() === b.facts.title.toLowerCase()) return false;
    return [[a, b], [b, a]].some(([page, other]) => [...(alike.get(page!) ?? [])].some((third) => third !== other));
  };
}

function isOneText(name: EvidenceName): boolean {
  return name === 'near-copy' || name === 'reworked-copy' || name === 'one-text';
}

function folderOf({ path }: Page): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** A way in which two pages are alike, and the pages of the tree on either side of it. */
interface Pattern {
  key: string;
  /** Whether the edge's second page stands on the first side. */
  swapped: boolean;
  sides: [Set<Page>, Set<Page>];
  /** Pages on each side from which on it is a pattern. */
  fewest: number;
  signal: Signal;
}

function patternOf(name: string, one: string, other: string, fewest: number, text: string): Pattern {
  const swapped = one > other;
  return { key: [name, ...(swapped ? [other, one] : [one, other])].join('\n'), swapped, sides: [new Set(), new Set()], fewest, signal: { name, text } };
}

/** The folders that pages of one text or one title stand in, and those at which their paths part. */
function foldersBetween({ a, b, evidence }: TopicEdge): Pattern[] {
  const isAlike = isOneText(evidence.name) || a.facts.title.toLowerCase() === b.facts.title.toLowerCase();
  if (!isAlike) return [];
  const [one, other] = [a, b].map(({ path }) => path.split('/').slice(0, -1)) as [string[], string[]];
  const parting = one.findIndex((name, index) => name !== other[index]);
  const pairs = new Map([[one.join('/'), other.join('/')]]);
  if (parting >= 0 && parting < other.length) pairs.set(one.slice(0, parting + 1).join('/'), other.slice(0, parting + 1).join('/'));
  return [...pairs]
    .filter(([first, second]) => first !== second)
    .map(([first, second]) => patternOf('mirror', first, second, fewestBetweenFolders, `Several pages in “${first}” are like one each in “${second}”.`));
}

/** What takes each other's place in the names of two files that have a word in common. */
function replacementsBetween({ a, b }: TopicEdge): Pattern[] {
  const [one, other] = [a, b].map(({ path }) => wordsOfName(path)) as [string[], string[]];
  const found = differences(one, other);
  if (found.length === 1 && found[0]![0].length === one.length) return [];
  return found
    .filter((sides) => sides.every(({ length }) => length > 0))
    .map((sides) => sides.map((words) => words.join('-')) as [string, string])
    .map(([from, to]) => patternOf('family', from, to, fewestReplacements, `“${from}” and “${to}” take each other’s place in the names of several pairs.`));
}

function wordsOfName(path: string): string[] {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '').toLowerCase().split(/[-_.\s]+/).filter(Boolean);
}

/** What stands between the words that two names have in common, in their order, by the longest common subsequence. */
function differences(one: string[], other: string[]): [string[], string[]][] {
  const longest = one.map(() => other.map(() => 0));
  const lengthAt = (i: number, j: number) => longest[i]?.[j] ?? 0;
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      longest[i]![j] = one[i] === other[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  }
  const found: [string[], string[]][] = [];
  let open: [string[], string[]] = [[], []];
  const close = () => {
    if (open[0].length + open[1].length > 0) found.push(open);
    open = [[], []];
  };
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    if (i < one.length && j < other.length && one[i] === other[j]) {
      close();
      i++;
      j++;
    } else if (j === other.length || (i < one.length && lengthAt(i + 1, j) >= lengthAt(i, j + 1))) {
      open[0].push(one[i++]!);
    } else {
      open[1].push(other[j++]!);
    }
  }
  close();
  return found;
}

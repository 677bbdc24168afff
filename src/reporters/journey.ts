import { waysOf, type End, type Journey, type Stop } from '../site/tasks/journey.ts';

/** A journey as every format draws it: what stands in a box, and the boxes behind it. */
export interface JourneyBox {
  kind: 'task' | 'page' | End['kind'];
  text: string;
  /** Where it stands: path and line; empty for the task. */
  place: string;
  next: JourneyBox[];
}

/** Line of an offset on a page, from 1. */
type LineOf = (end: End) => number;

/** The boxes of a journey: the task, the pages behind it, and the end of each way. */
export function boxesOf({ task, starts }: Journey, lineOf: LineOf): JourneyBox {
  const stop = ({ page, ends, next }: Stop): JourneyBox => ({
    kind: 'page',
    text: page.facts.title,
    place: page.path,
    next: [...ends.map((end): JourneyBox => ({ kind: end.kind, text: end.text, place: `${end.page.path}:${lineOf(end)}`, next: [] })), ...next.map(stop)],
  });
  return { kind: 'task', text: task.text, place: '', next: starts.map(stop) };
}

/** “3 guides, 5 ways: 4 end at a person, 1 where the reader can do it.” */
export function journeySummary(journey: Journey): string {
  const ways = waysOf(journey);
  const counted = (['self', 'person', 'back', 'nothing'] as const)
    .map((kind) => ({ kind, number: ways.filter(({ end }) => end.kind === kind).length }))
    .filter(({ number }) => number > 0);
  const ends = counted.map(({ kind, number }) => (counted.length === 1 ? `${ways.length === 1 ? 'it ends' : 'all end'} ${endWords[kind]}` : `${number} ${number === 1 ? 'ends' : 'end'} ${endWords[kind]}`));
  return `${count(journey.pages.length, 'guide')}, ${count(ways.length, 'way')}: ${ends.join(', ')}.`;
}

const endWords: Record<End['kind'], string> = { self: 'where the reader can do it', person: 'at a person', back: 'where the reader came from', nothing: 'nowhere' };

/** What a box says of the end of a way, before its text. */
export const endLabels: Record<End['kind'], string> = { self: 'done', person: 'a person', back: 'back to', nothing: 'no way on' };

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** A text of one line, cut to a number of characters. */
export function shortened(text: string, length: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length - 1).trimEnd()}…`;
}

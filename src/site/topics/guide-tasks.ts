import type { Page } from '../../content/types.ts';
import { compiledLexicon } from '../../text/lexicon/compile.ts';
import { splitSentences } from '../../text/sentences.ts';
import { componentKey } from '../tasks/name.ts';
import { isSameComponent } from '../tasks/join.ts';
import type { Task, TaskComponent } from '../tasks/types.ts';
import { readWording } from '../tasks/wording.ts';
import { handedOver, objectWords, pagesPerTask } from './served-tasks.ts';

/** Where a guide tells its task: handed over to somebody, in its title, in the sentence on its purpose, in a heading that steps follow. */
export type Told = 'contact' | 'title' | 'purpose' | 'heading';

/** A task that two guides serve. */
export interface SharedTask {
  /** Verb and sorted stems. */
  key: string;
  /** As one of them tells it. */
  text: string;
  /** Where the first of them tells it, and where the other. */
  told: [Told, Told];
}

/** Whether both guides hand a task over to somebody. */
export function isHandedOver({ told }: SharedTask): boolean {
  return told.every((place) => place === 'contact');
}

/** Steps from which on a page, or a section, is a guide of its own. */
const fewestSteps = 2;

/** A task on a page, by its index. */
interface Telling {
  page: number;
  told: Told;
  text: string;
  component: TaskComponent;
}

/**
 * The tasks that pairs of guides serve, by `a * pages.length + b` with `a` below `b`: those that both hand over to
 * somebody, and those that their own steps serve, as titles, purposes and headings tell. Two sections of one task in guides
 * of other tasks are parts of both, so one of the two tells it elsewhere than in a heading.
 */
export function sharedTasks(pages: Page[], tasks: Task[]): Map<number, SharedTask[]> {
  const shared = new Map<number, SharedTask[]>();
  const add = (a: number, b: number, task: SharedTask) => {
    const key = a * pages.length + b;
    const known = shared.get(key) ?? [];
    if (known.every((each) => each.key !== task.key)) shared.set(key, [...known, task]);
  };
  for (const { a, b, task } of handedOver(pages, tasks)) add(a, b, { key: task.key, text: task.text, told: ['contact', 'contact'] });
  for (const tellings of byTask(pages.flatMap(tellingsOf))) {
    const on = new Set(tellings.map(({ page }) => page));
    if (on.size > pagesPerTask) continue;
    for (const [at, one] of tellings.entries()) {
      for (const other of tellings.slice(at + 1)) {
        if (one.page === other.page || (one.told === 'heading' && other.told === 'heading') || !isSameComponent(one.component, other.component)) continue;
        add(one.page, other.page, { key: componentKey(one.component), text: one.text, told: [one.told, other.told] });
      }
    }
  }
  return shared;
}

/** The tasks that the steps of a page serve, the surest telling first. */
function tellingsOf(page: Page, index: number): Telling[] {
  const { title, description, opening, headings, steps, language } = page.facts;
  if (steps.length < fewestSteps || !compiledLexicon(language)) return [];
  const telling = (told: Told, text: string): Telling[] =>
    readWording(text, language)
      .filter(({ verb, objects }) => verb !== '' && objects.length >= objectWords)
      .map((component) => ({ page: index, told, text: text.trim(), component }));
  const inSections = Map.groupBy(steps, ({ section }) => section);
  return [
    ...telling('title', title),
    ...[description, opening].flatMap((text) => telling('purpose', purposeIn(text, language))),
    ...headings.flatMap(({ text }, section) => ((inSections.get(section)?.length ?? 0) >= fewestSteps && text !== title ? telling('heading', text) : [])),
  ];
}

/** What follows "how to" in the first sentence of a text; empty where it says nothing of the kind. */
function purposeIn(text: string, language: string): string {
  const words = compiledLexicon(language)!;
  const [first] = text === '' ? [] : splitSentences(text, language, words.abbreviations);
  if (!first) return '';
  const sentence = text.slice(first.start, first.end);
  const asked = words.contact.questions.find(sentence);
  return asked ? sentence.slice(asked.end) : '';
}

/** Tellings of tasks that are the same or nearly so; a telling may stand in several groups. */
function byTask(tellings: Telling[]): Telling[][] {
  const groups = new Map<string, Telling[]>();
  for (const telling of tellings) {
    for (const key of keysOf(telling.component)) {
      const group = groups.get(key);
      if (group) group.push(telling);
      else groups.set(key, [telling]);
    }
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** From as many stems on, objects of which one has a stem more are the same. */
const looseObjects = 4;

/** The task, and the same with any one of its stems left out: what two tasks that are nearly the same have in common. */
function keysOf({ verb, objects }: TaskComponent): string[] {
  const fewer = objects.length < looseObjects ? [] : objects.map((_, left) => componentKey({ verb, objects: objects.toSpliced(left, 1) }));
  return [componentKey({ verb, objects }), ...fewer];
}

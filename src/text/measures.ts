import { stem } from './stems.ts';
import { wordsOf } from './words.ts';

const calendar = ['day', 'week', 'month', 'year'];
const clock = ['second', 'minute', 'hour'];
const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];
/** One of each plural form that languages have. */
const numbers = [1, 2, 5];

/** Stems of the names of units, of a calendar and others. */
interface Measures {
  calendar: Set<string>;
  others: Set<string>;
}

const known = new Map<string, Measures>();

/** Whether a stem is a unit of time or of data (`hours`, `MB`), and counts no things. */
export function isMeasure(word: string, language: string): boolean {
  return isCalendarUnit(word, language) || measuresOf(language).others.has(word);
}

/** Whether a stem is a day, a week, a month or a year. */
export function isCalendarUnit(word: string, language: string): boolean {
  return measuresOf(language).calendar.has(word);
}

function measuresOf(language: string): Measures {
  let measures = known.get(language);
  if (!measures) {
    measures = { calendar: new Set(stemsOf(calendar, 'long', language)), others: new Set([...stemsOf(clock, 'long', language), ...stemsOf(sizes, 'short', language)]) };
    known.set(language, measures);
  }
  return measures;
}

/** Names of units in a language, as the Common Locale Data Repository has them: `hour` → hour, hours. */
function stemsOf(units: string[], unitDisplay: 'long' | 'short', language: string): string[] {
  const names = units.flatMap((unit) => {
    const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay });
    return numbers.flatMap((number) => format.formatToParts(number).filter(({ type }) => type === 'unit').map(({ value }) => value));
  });
  return names.flatMap((name) => wordsOf(name.toLowerCase())).map((name) => stem(name, language));
}

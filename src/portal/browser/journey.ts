// What the reader did on this visit: pages read, searches, answers given to the troubleshooter. It stays in this tab's
// session storage, and leaves it only when the reader sends it.

/** What the reader did, in order. */
export interface Journey {
  pages: { title: string; path: string }[];
  searches: string[];
  answers: { question: string; answer: string }[];
}

const key = 'waymark:journey';
/** Entries of each kind that are kept, the latest. */
const mostEntries = 30;
const longestEntry = 200;

export function readJourney(): Journey {
  const nothing: Journey = { pages: [], searches: [], answers: [] };
  try {
    return { ...nothing, ...(JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Journey>) };
  } catch {
    return nothing; // Storage is switched off, or holds something else.
  }
}

/** Notes a page; one that is looked at again moves to the end. */
export function notePage(title: string, path: string): void {
  write((journey) => ({ ...journey, pages: [...journey.pages.filter((page) => page.path !== path), { title, path }] }));
}

/** Notes a search; what was only its beginning goes. */
export function noteSearch(query: string): void {
  write((journey) => ({ ...journey, searches: [...journey.searches.filter((other) => !query.startsWith(other)), query.slice(0, longestEntry)] }));
}

/** Notes an answer; a question that is answered again has its last answer. */
export function noteAnswer(question: string, answer: string): void {
  write((journey) => ({ ...journey, answers: [...journey.answers.filter((other) => other.question !== question), { question, answer }] }));
}

function write(change: (journey: Journey) => Journey): void {
  const { pages, searches, answers } = change(readJourney());
  const last = <T>(entries: T[]): T[] => entries.slice(-mostEntries);
  try {
    sessionStorage.setItem(key, JSON.stringify({ pages: last(pages), searches: last(searches), answers: last(answers) }));
  } catch {
    // Without storage nothing is remembered, and everything else works.
  }
}

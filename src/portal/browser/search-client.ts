import type { SearchOptions } from '../../search/query.ts';
import type { SearchAnswer } from '../../search/types.ts';
import type { Question, Reply } from './search-worker.ts';

/** Answers a query from an index, or gives null where a later query made the answer useless. */
export type AskSearch = (index: string, query: string, options: SearchOptions) => Promise<SearchAnswer | null>;

/** The search of a page: a worker, started by the first query. */
export function searchClient(): AskSearch {
  let worker: Worker | null = null;
  let last = 0;

  return (index, query, options) => {
    const asked = (worker ??= new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' }));
    const number = ++last;
    return new Promise((resolve, reject) => {
      const stop = new AbortController();
      const settle = (act: () => void) => {
        stop.abort();
        act();
      };
      asked.addEventListener(
        'message',
        ({ data }: MessageEvent<Reply>) => {
          if (data.number !== number) return;
          if ('failed' in data) settle(() => reject(new Error('The search index could not be loaded.')));
          else settle(() => resolve(number === last ? data.answer : null));
        },
        { signal: stop.signal },
      );
      asked.addEventListener('error', () => settle(() => reject(new Error('The search could not be started.'))), { signal: stop.signal });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker is no window and has no origin to name.
      asked.postMessage({ number, index: new URL(index, location.href).href, query, ...options } satisfies Question);
    });
  };
}

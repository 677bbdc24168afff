import type { SearchAnswer } from '../../search/types.ts';
import type { Question, Reply } from './search-worker.ts';

/**
 * The search of a page: a worker, started by the first query.
 * @returns a function that answers a query, or gives null where a later query made the answer useless
 */
export function searchClient(index: string): (query: string, limit: number) => Promise<SearchAnswer | null> {
  let worker: Worker | null = null;
  let last = 0;

  function start(): Worker {
    const started = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
    ask(started, { index: new URL(index, location.href).href });
    return started;
  }

  return (query, limit) => {
    worker ??= start();
    const asked = worker;
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
      ask(asked, { number, query, limit });
    });
  };
}

function ask(worker: Worker, question: Question): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker is no window and has no origin to name.
  worker.postMessage(question);
}

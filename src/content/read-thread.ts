import { parentPort, workerData } from 'node:worker_threads';
import { readShare, type ReadJob } from './read.ts';

// A thread of its own for `readPages`: reads its share of the job and hands it over.
const share = await readShare(workerData as ReadJob);
parentPort!.postMessage(share, share.pages.flatMap(([, , { json, arrays }]) => [json, ...arrays].map(({ buffer }) => buffer as ArrayBuffer)));

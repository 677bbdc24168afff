import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readConfig } from '../../../src/engine/config.ts';
import { lint } from '../../../src/engine/run.ts';

const corpus = '../shared/corpora/sendgrid-docs';

// Skipped where the corpora are not at hand.
test.skipIf(!existsSync(corpus))('three guides that share two words in a hundred are one topic by their task, and the first hint', async () => {
  const config = readConfig('test/corpora/sendgrid-docs.yaml', corpus);
  const { hints } = await lint({ root: corpus, config });
  const [first] = hints.filter(({ rule }) => rule === 'topic/duplicate');
  expect(first?.evidence.every((evidence) => evidence.class === 'one-task')).toBe(true);
  expect(first?.members.map((member) => member.path)).toEqual([
    'content/docs/ui/account-and-settings/custom-ssl-configurations.md',
    'content/docs/ui/analytics-and-reporting/click-tracking-ssl.md',
    'content/docs/ui/sending-email/content-delivery-networks.md',
  ]);
});

import { describe, expect, test } from 'vitest';
import { findConfig } from '../../src/engine/config.ts';
import { memberKeys } from '../../src/engine/member-keys.ts';
import { lint } from '../../src/engine/run.ts';
import { candidatesOf } from '../../src/review/candidates.ts';
import { dossierText } from '../../src/review/dossier-text.ts';
import { proposalsOf } from '../../src/review/proposals.ts';
import { writeTree } from '../content/tree.ts';

/** The dossiers of everything that can be judged in a tree. */
async function dossiersOf(files: Record<string, string>, longest = 6000): Promise<string[]> {
  const root = writeTree(files);
  const { findings, hints, site } = await lint({ root });
  const proposals = proposalsOf([...findings, ...hints], site, memberKeys(site, root, findConfig(root).folder), {});
  return candidatesOf(proposals, site).map((candidate) => dossierText(candidate, longest));
}

describe('a dossier', () => {
  test('of a place tells all headings over it, its paragraph once, and what to do if it is a fault', async () => {
    const [dossier] = await dossiersOf({ 'plans.md': '# Plans\n\n## Basic\n\nText.\n\n## Pro\n\n### Limits\n\nEach event calls you. Only our support team can raise the number of retries.\n' });
    expect(dossier).toContain('[plans.md:11] “Plans” › “Pro” › “Limits”\nthe place: ');
    expect(dossier!.match(/^its paragraph: /gm)).toHaveLength(1);
    expect(dossier).toMatch(/^if it is a fault: \w/m);
  });

  test('of a link tells what may be meant, and no steps of the page', async () => {
    const [dossier] = await dossiersOf({ 'a.md': '# Set it up\n\n1. Click **New**.\n2. Open [details](#What-it-costs).\n\n## What it costs\n\nNothing.\n' });
    expect(dossier).toMatch(/^link\/anchor: [^]*if it is a fault: Write “#what-it-costs”\./);
    expect(dossier).not.toContain('steps of the page');
  });

  test('of two pages tells how each begins and which sections it has; what short parts leave goes to longer ones', async () => {
    const steps = 'Open the settings of your account and choose the tab for delivery. Pick the address that your messages come from, write the name that readers see beside it, and save both. The change holds for all messages that are sent from then on. '.repeat(4);
    const page = (lead: string) => `# Change the sender\n\n${lead}\n\n## In the settings\n\n${steps}\n\n## Afterwards\n\nNothing more.\n`;
    const files = { 'a.md': page('For the console of today.'), 'b.md': page('For the console of last year.') };
    const [dossier] = await dossiersOf(files);
    expect(dossier).toContain('begins: For the console of last year.');
    expect(dossier).toContain('sections: Change the sender | In the settings | Afterwards');
    const [short] = await dossiersOf(files, 900);
    expect(short!.length).toBeLessThanOrEqual(900);
    expect(short!.length).toBeGreaterThan(800);
  });
});

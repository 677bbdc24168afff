import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/engine/finding.ts';
import { lint } from '../../src/engine/run.ts';
import { waymark } from './run.ts';

const certificates = 'content/account/custom-certificates.md';
const cdn = 'content/sending/links-behind-a-cdn.md';
const tracking = 'content/tracking/secure-click-tracking.md';
const plans = 'content/account/plans-and-limits.md';
const addresses = 'content/sending/dedicated-ip-addresses.md';
/** The three guides in Polish. */
const ownCertificates = 'content/pl/konto/wlasne-certyfikaty.md';
const clicks = 'content/pl/sledzenie/bezpieczne-sledzenie-klikniec.md';
const network = 'content/pl/wysylanie/linki-za-siecia-cdn.md';

/** Of a finding, what a reader of this test should see at a glance. */
function told({ rule, severity, certainty, path, line, members }: Finding): string[] {
  return [`${rule} ${certainty === 'hint' ? certainty : `${certainty} ${severity}`} ${path}:${line}`, ...members.map((member) => `${member.path}:${member.line}`)];
}

/** A finding of one place only. */
function single(rule: string, standing: string, place: string): string[] {
  return [`${rule} ${standing} ${place}`, place];
}

describe('examples/postwing', () => {
  test('gives exactly its list', async () => {
    const { findings, hints } = await lint({ root: 'examples/postwing' });

    expect(findings.map(told)).toEqual([
      single('ui/removed', 'likely error', `${certificates}:24`),
      single('ui/removed', 'likely error', `${certificates}:25`),
      [`help/dead-end likely error ${certificates}:30`, `${certificates}:30`, `${cdn}:21`, `${cdn}:42`, `${tracking}:22`],
      single('ui/renamed', 'likely error', `${plans}:12`),
      single('help/dead-end', 'likely error', `${plans}:20`),
      single('help/dead-end', 'likely error', `${addresses}:14`),
      single('ui/renamed', 'likely error', `${tracking}:14`),
    ]);

    expect(hints.map(told)).toEqual([
      [`topic/duplicate hint ${ownCertificates}:2`, `${ownCertificates}:2`, `${clicks}:2`, `${network}:2`],
      [`topic/duplicate hint ${certificates}:2`, `${certificates}:2`, `${cdn}:2`, `${tracking}:2`],
      [`help/dead-end hint ${ownCertificates}:21`, `${ownCertificates}:21`, `${clicks}:18`, `${network}:20`],
      single('help/limit', 'hint', `${plans}:16`),
      [`help/loop hint ${certificates}:2`, `${certificates}:2`, `${cdn}:2`, `${tracking}:2`],
      [`help/loop hint ${ownCertificates}:2`, `${ownCertificates}:2`, `${clicks}:2`, `${network}:2`],
      single('ui/renamed', 'hint', `${clicks}:10`),
      single('ui/removed', 'hint', `${certificates}:24`),
      single('ui/removed', 'hint', `${ownCertificates}:16`),
      single('ui/removed', 'hint', `${ownCertificates}:16`),
      single('ui/removed', 'hint', `${ownCertificates}:17`),
    ]);
  });

  test('names the task that three guides hand over', async () => {
    const { findings, hints } = await lint({ root: 'examples/postwing' });
    const deadEnd = findings.find(({ rule, members }) => rule === 'help/dead-end' && members.length > 1);
    const duplicate = hints.find(({ rule, path }) => rule === 'topic/duplicate' && path === certificates);
    expect(deadEnd?.message).toContain('enable SSL on tracked links');
    expect(duplicate?.message).toContain('enable SSL on tracked links');
  });

  test('fails the run', () => {
    expect(waymark('lint', 'examples/postwing').status).toBe(1);
  });
});

describe('examples/postwing-mended', () => {
  test('gives nothing, not even a hint', async () => {
    const { findings, hints } = await lint({ root: 'examples/postwing-mended' });
    expect([...findings, ...hints].map(told)).toEqual([]);
  });

  test('passes', () => {
    expect(waymark('lint', 'examples/postwing-mended').status).toBe(0);
  });
});

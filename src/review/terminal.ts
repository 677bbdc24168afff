import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { cancel, intro, isCancel, log, outro, select, text } from '@clack/prompts';
import type { Config } from '../engine/config.ts';
import { addDecisions, longestReason, readDecisions, writeDecisions, type Verdict } from '../engine/decisions.ts';
import { git } from '../engine/git.ts';
import type { Site } from '../site/types.ts';
import { candidatesOf } from './candidates.ts';
import { dossierText } from './dossier-text.ts';
import { decide, type Proposal } from './proposals.ts';

interface Review {
  site: Site;
  config: Config;
  root: string;
  /** Name that the decisions carry; the one that git has when left out. */
  by: string | undefined;
}

type Answer = Verdict | 'skip' | 'open' | 'back' | 'undo' | 'leave';

const choices: { value: Answer; label: string; hint: string }[] = [
  { value: 'fault', label: 'fault', hint: 'it is what the rule says' },
  { value: 'fine', label: 'fine', hint: 'it is meant to be so' },
  { value: 'skip', label: 'skip', hint: 'judge it another time' },
  { value: 'open', label: 'open', hint: 'look at it in the editor' },
  { value: 'back', label: 'back', hint: 'to the one before' },
  { value: 'undo', label: 'undo', hint: 'take the last decision back' },
  { value: 'leave', label: 'leave', hint: 'everything decided is kept' },
];

/** What pages may hold and a terminal would obey: everything but line ends. */
const controls = /(?!\n)[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Characters of a dossier that are shown: what a person reads before deciding. */
const longestShown = 6000;

/** Asks a person at a terminal about one proposal after another; each decision is written before the next is asked. */
export async function reviewInTerminal(proposals: readonly Proposal[], { site, config, root, by = git('.', ['config', 'user.name'])?.trim() || 'unknown' }: Review): Promise<void> {
  intro(`${proposals.length} to judge. Leave at any moment; what you decided is kept.`);
  const today = new Date().toISOString().slice(0, 10);
  /** The files' texts before each decision, to go back to. */
  const before: ReturnType<typeof readDecisions>[] = [];
  let at = 0;
  while (at < proposals.length) {
    const proposal = proposals[at]!;
    const [candidate] = candidatesOf([proposal], site, at + 1);
    log.message(dossierText(candidate!, longestShown).replace(controls, '\uFFFD'));
    const answer = await select<Answer>({ message: `${at + 1} of ${proposals.length}`, options: choices });
    if (isCancel(answer) || answer === 'leave') break;
    if (answer === 'fault' || answer === 'fine') {
      const reason = await text({ message: 'Why, in one line? (may stay empty)', defaultValue: '', validate: (value) => ((value ?? '').length > longestReason ? `${longestReason} characters at most.` : undefined) });
      if (isCancel(reason)) continue;
      before.push(readDecisions(config, today));
      addDecisions(config, decide(proposal, site, { verdict: answer, reason: (reason ?? '').replace(controls, ' ').trim(), by: `person ${by}`, date: today }), today);
      at++;
    } else if (answer === 'open') open(candidate!.members[0]!, root);
    else if (answer === 'undo') {
      const kept = before.pop();
      if (kept) {
        writeDecisions(config, kept);
        at = Math.max(0, at - 1);
      } else log.warn('Nothing was decided yet.');
    } else at = answer === 'back' ? Math.max(0, at - 1) : at + 1;
  }
  const told = `${before.length === 1 ? 'One decision' : `${before.length} decisions`} in waymark.decisions.`;
  if (at < proposals.length) cancel(told);
  else outro(told);
}

/** Opens a place in the editor that the environment names; most take `+LINE` before the file. */
function open({ path: file, line }: { path: string; line: number }, root: string): void {
  const editor = process.env['VISUAL'] || process.env['EDITOR'];
  if (!editor) return log.warn('Neither VISUAL nor EDITOR names an editor.');
  const [command, ...own] = editor.split(' ');
  const place = path.join(root, file);
  spawnSync(command!, [...own, ...(path.basename(command!).startsWith('code') ? ['--wait', '--goto', `${place}:${line}`] : [`+${line}`, place])], { stdio: 'inherit' });
}

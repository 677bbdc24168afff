import { expect, test } from 'vitest';
import { createHeadingFinder } from '../../../src/site/tasks/headings.ts';
import { createGuideFinder } from '../../../src/site/tasks/guides.ts';
import { groupDeadEnds } from '../../../src/site/tasks/groups.ts';
import { joinTasks, judgeMentions } from '../../../src/site/tasks/index.ts';
import { page, product } from './pages.ts';

function tasksOf(...sources: string[]) {
  const pages = sources.map((source, index) => page(`${index}.md`, source));
  const mentions = judgeMentions(pages, product('Postwing'));
  return { pages, mentions, tasks: joinTasks(mentions) };
}

test('one task in five wordings', () => {
  const { tasks } = tasksOf(
    'Contact support and they will enable SSL click and opening tracking for you.',
    'Contact Postwing Support to enable SSL click and open tracking.',
    'Contact support and request that SSL click and open tracking be enabled on your account.',
    'Contact support to validate your CDN settings and turn on SSL click and open tracking.',
    "Contact support, and they'll validate the CDN settings and activate SSL click and open tracking.",
  );
  expect(tasks.map(({ key, mentions }) => [key, mentions.length])).toEqual([['enable: click open ssl track', 5]]);
});

test('other objects and other verbs are other tasks', () => {
  const { tasks } = tasksOf('Contact support to enable click tracking.', 'Contact support to enable open tracking.', 'Contact support to disable click tracking.');
  expect(tasks).toHaveLength(3);
});

test('an object that points elsewhere is taken from the heading, and joins nothing by itself', () => {
  const { tasks } = tasksOf('# Webhooks\n\nContact support to enable this feature.', '# Regions\n\nContact us to enable it.');
  expect(tasks.map(({ key }) => key)).toEqual(['enable: webhook', 'enable: region']);
});

test.each([
  ['Resetting your username', 'reset your username'],
  ['How do I change my password?', 'reset my password'],
  ['Click tracking', 'reset “Click tracking”'],
  ['FAQs', undefined],
  ['Finding your team ID', undefined],
  ['Step 4: Test the workflow', undefined],
])('of the heading “%s” the thing is taken', (heading, text) => {
  const { tasks } = tasksOf(`# FAQ\n\n## ${heading}\n\nContact support to reset it.`);
  expect(tasks[0]?.text).toBe(text);
});

test('one sentence on several pages is one fault', () => {
  const { mentions, tasks } = tasksOf('# Agents\n\nContact us to enable it.', '# Workflows\n\nContact us to enable it.', '# Other\n\nFor SCIM 1.1, contact us.');
  expect(groupDeadEnds({ mentions, tasks }).map(({ subject, mentions: members }) => [subject, members.length])).toEqual([
    ['contact us to enable it', 2],
    ['for scim 1.1 contact us', 1],
  ]);
});

test('a guide for the task is found by its heading and its steps', () => {
  const guide = '# Billing\n\n## How to cancel your subscription\n\n1. Open **Billing**.\n2. Click **Cancel**.';
  const { pages, tasks } = tasksOf('To cancel your subscription, contact support.', guide, '# Cancel your subscription\n\nRead on.');
  expect(createGuideFinder(createHeadingFinder(pages))(tasks[0]!).map(({ path }) => path)).toEqual(['1.md']);
});

import { describe, expect, test } from 'vitest';
import { judgeMentions } from '../../../src/site/tasks/index.ts';
import { page, product } from './pages.ts';

function verdicts(text: string, path = 'guide.md'): string[] {
  return judgeMentions([page(path, `# A guide\n\n${text}\n`)], product('Postwing')).map((judged) => `${judged.verdict} ${judged.class}`.trim());
}

describe('a dead end', () => {
  test.each([
    ['To change your email address, contact support.', 'purpose'],
    ['Contact Postwing Support to enable click tracking.', 'purpose'],
    ['Once this is done, please contact support and they will enable click tracking for you.', 'purpose'],
    ['If you would like to cancel your subscription, reach out to our support team.', 'purpose'],
    ['Premier customers should reach out to their Customer Success Manager to cancel their subscription.', 'purpose'],
    ['Acquire a license by contacting [sales](https://postwing.example/sales).', 'purpose'],
    ['If you need to change an invoice, please send an email to billing@postwing.example.', 'purpose'],
    ['Contact support. They will enable it for you.', 'purpose'],
    ['Single sign-on is an Enterprise feature. Contact sales to learn more.', 'plan-gate'],
    ['Click tracking is not enabled by default. Contact us.', 'inability'],
    ['You can add up to 3 addresses. If you need more than 3, you should contact support.', 'limit'],
    ['A certificate is available on request.', 'on-request'],
    ['Our support team can migrate your address for you.', 'team-acts'],
    ['Contact sales for current pricing.', 'price'],
    ['Want to upgrade your plan? Contact sales.', 'task-in-question'],
    ['For SCIM 1.1, contact us.', 'other-purpose-before'],
    ['If you have questions or are interested in enabling click tracking, contact support.', 'purpose'],
    ['To request credits, contact our sales team and leave a comment.', 'purpose'],
    ['Account deletion is done by our support team.', 'through'],
    ['Click tracking may be disabled for your account. If it does not work, contact support.', 'switch'],
    ['[Raise your limit](https://support.postwing.example/requests/new)', 'task-in-link'],
    ['- Bitbucket (contact support)', 'task-in-item'],
  ])('%s', (text, evidence) => {
    expect(verdicts(text)).toEqual([`dead-end ${evidence}`]);
  });
});

describe('everything else', () => {
  test.each([
    ['You do not need to contact support to change your plan.', 'negated'],
    ['Postwing Support cannot change passwords.', 'negated'],
    ['If you have any questions, contact support.', 'last-resort'],
    ['If the problem persists, contact our support team.', 'last-resort'],
    ['You can buy it in the dashboard; otherwise, contact our team to purchase it.', 'last-resort'],
    ['To receive the report, contact support or visit our trust center.', 'last-resort'],
    ['To move the zone, contact Blueline Support.', 'third-party'],
    ['To raise the limit, contact GitHub support.', 'third-party'],
    ['To change the record, contact your domain registrar.', 'third-party'],
    ['Ask your administrator or contact your workspace owner to join.', 'third-party'],
    ['Visitors can contact your sales team to upgrade.', 'third-party'],
    ['If your account is compromised, contact support to lock it.', 'assisted'],
    ['Regions are not supported yet. Let us know if you want us to add one.', 'wish'],
    ['Consult with support before changing this value.', 'mention'],
    ['If you need to turn on a feature, we recommend to first contact support.', 'mention'],
    ['Only enable it as directed by support.', 'mention'],
    ['Do I have to contact support to change my plan?', 'mention'],
    ["Don't see your language? Let us know and we will add it.", 'wish'],
    ['When you contact support to move an address, name the domain.', 'mention'],
    ['The page asks visitors to contact support to change the address.', 'mention'],
  ])('%s', (text, verdict) => {
    expect(verdicts(text)).toEqual([verdict]);
  });

  test.each(['Version 4 has support for webhooks.', 'Export a segment from the Contact List page.', 'Reach out to your own servers to moderate messages.', 'We will reach out to you to enable it.'])('no contact: %s', (text) => {
    expect(verdicts(text)).toEqual([]);
  });
});

test('clauses are judged each for itself', () => {
  expect(verdicts('Okta works out of the box; for other providers, contact us to configure single sign-on.')).toEqual(['dead-end purpose']);
});

test('contact pages and pages apart are no guides', () => {
  expect(verdicts('To change your plan, contact support.', 'support.md')).toEqual(['contact-page']);
  expect(verdicts('To change your plan, contact support.', 'release-notes/2024-05-01.md')).toEqual(['mention']);
});

import { describe, expect, test } from 'vitest';
import { judgeMentions } from '../../../src/site/tasks/judge.ts';
import { topicOf } from '../../../src/site/tasks/topic.ts';
import { page, product } from './pages.ts';

describe('the topic of a contact', () => {
  test.each([
    ['feature', 'To enable click tracking on your account, contact our support team.'],
    ['limit', 'To raise the rate limit, contact our support team.'],
    ['limit', 'You can add up to 5 domains. If you need more than 5, contact our support team.'],
    ['account', 'To delete your account, contact our support team.'],
    ['billing', 'To change the address on your invoices, contact our support team.'],
    ['data', 'To restore a backup of your project, contact our support team.'],
    ['sales', 'For pricing, contact our sales team.'],
    ['sales', 'If you are interested in this, talk to our sales team.'],
    ['account', 'Wenn Sie Ihr Benutzerkonto löschen möchten, wenden Sie sich bitte an unseren Support, und wir erledigen das.'],
    ['billing', 'Pour modifier votre abonnement, contactez notre équipe d’assistance, qui vous répondra dans la journée.'],
    ['limit', 'Чтобы увеличить лимит запросов, обратитесь в службу поддержки.'],
    ['data', '如需导出数据，请联系客服。'],
    ['account', 'アカウントを削除するには、サポートにお問い合わせください。'],
  ])('%s: %s', (topic, sentence) => {
    const mentions = judgeMentions([page('a.md', `# Postwing\n\n${sentence}\n`)], product('Postwing'));
    expect(mentions.map(topicOf)).toEqual([topic]);
  });
});

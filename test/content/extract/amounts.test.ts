import { describe, expect, test } from 'vitest';
import { page } from '../../site/tasks/pages.ts';

const around = {
  en: 'This is what you can do with your account and the messages that you send from it.',
  de: 'Das ist, was Sie mit Ihrem Konto und den Nachrichten tun können, die Sie von dort senden.',
  fr: 'Voici ce que vous pouvez faire avec votre compte et les messages que vous envoyez.',
};

function amountsOf(text: string, language: keyof typeof around = 'en') {
  const { facts, source } = page('a.md', `${text}\n\n${around[language]}\n`);
  return facts.amounts.map(({ kind, value, unit, per, range }) => ({ kind, value, unit: unit.join(' '), per, text: source.slice(range.start, range.end) }));
}

test.each([
  ['You can purchase up to 3 IP addresses per month.', 3, 'ip address', 'month'],
  ['You may add 1 new IP address to your account per month.', 1, 'ip address', 'month'],
  ['There is a limit of 12,500 messages each day.', 12_500, 'messag', 'dai'],
  ['A list has **no more than 20 segments**.', 20, 'segment', ''],
])('%s', (text, value, unit, per) => {
  expect(amountsOf(text)).toMatchObject([{ kind: 'limit', value, unit, per }]);
});

test.each([
  ['Sie können bis zu 5 Domains pro Monat hinzufügen.', 'de', 5, 'domai', 'monat'],
  ["Vous pouvez ajouter jusqu'à 5 domaines par mois.", 'fr', 5, 'domai', 'mois'],
] as const)('%s', (text, language, value, unit, per) => {
  expect(amountsOf(text, language)).toMatchObject([{ kind: 'limit', value, unit, per }]);
});

test('a price is an amount in a currency, with what it is for', () => {
  expect(amountsOf('Additional addresses cost $29.90 per month.')).toEqual([{ kind: 'price', value: 29.9, unit: 'USD', per: 'month', text: '$29.90' }]);
});

describe('is no limit', () => {
  test.each(['Delete 3 keys.', 'Since version 2.10 you can use 2.11.', 'Open port 8080.', 'Run `retry 3 times` at most.', 'It was sent on 12 May 2020.'])('%s', (text) => {
    expect(amountsOf(text)).toEqual([]);
  });
});

describe('is a limit of a plan or quota', () => {
  const quotas = (text: string) => page('a.md', `${text}\n\n${around.en}\n`).facts.amounts.filter(({ quota }) => quota);

  test.each(['There is a limit of 100 API keys per account.', 'You may create up to 100 senders.', 'You can send up to 500 messages per day.', 'Up to 25 groups per user.'])('%s', (text) => {
    expect(quotas(text)).toMatchObject([{ wayUp: false }]);
  });

  test.each(['It takes up to 48 hours.', 'Up to 20 MB per account.', 'Up to 1000 recipients per message.', 'You can compare up to 10 charts.'])('and not: %s', (text) => {
    expect(quotas(text)).toEqual([]);
  });

  test.each([
    ['a plan', 'You may create up to 100 senders.\n\nThe Scale plan has 500.', true],
    ['a verb', 'You may create up to 100 senders; upgrade to have more.', true],
    ['a link', 'You may create up to [100 senders](/pricing/).', true],
    ['a contact only', 'You may create up to 100 senders. Contact sales to upgrade.', false],
    ['another section', 'You may create up to 100 senders.\n\n## Scale plan\n\nUpgrade to have more.', false],
  ])('the way to more: %s', (_, text, wayUp) => {
    expect(quotas(text)).toMatchObject([{ wayUp }]);
  });
});

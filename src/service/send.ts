import { createHmac } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Parcel, Send } from './outbox.ts';

const TIMEOUT_MS = 20_000;

export interface Ways {
  /** Mail server as an address, `smtp://user:password@host:587`, and who the mails are from. */
  mail?: { server: string; from: string; /** Who gets handoffs. */ to?: string };
  /** Where handoffs are posted, and the secret that they are signed with. */
  webhook?: { url: string; secret?: string };
}

/** Sends mails and webhooks. */
export function createSend({ mail, webhook }: Ways): Send {
  const transport = mail && createTransport({ url: mail.server, connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS });
  return async (parcel) => {
    const { id, way, subject, text, message, address } = parcel;
    if (way === 'webhook') {
      if (!webhook) throw new Error('No webhook is configured any more.');
      return post(webhook, parcel);
    }
    if (!transport || !mail) throw new Error('No mail server is configured: set WAYMARK_SMTP_URL.');
    // The same for every attempt, so that a mail program shows a mail once that arrived twice.
    const messageId = `<${id}@waymark.invalid>`;
    if (way === 'reader') {
      if (address === null) throw new Error('The reader’s address has been deleted by age.');
      await transport.sendMail({ messageId, from: mail.from, to: address, subject: subject ?? '', text: text ?? '' });
    } else {
      if (mail.to === undefined) throw new Error('Nobody is configured to get handoffs by mail any more.');
      await transport.sendMail({ messageId, from: mail.from, to: mail.to, ...(address === null ? {} : { replyTo: address }), subject: handoffSubject(message), text: handoffText(message) });
    }
  };
}

async function post({ url, secret }: NonNullable<Ways['webhook']>, { id, message: { did, ...message }, address }: Parcel): Promise<void> {
  const body = JSON.stringify({ ...message, did: did === null ? null : (JSON.parse(did) as unknown), address });
  const signature = secret === undefined ? {} : { 'waymark-signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` };
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': id, ...signature },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`The webhook answered ${response.status}.`);
}

function handoffSubject({ severity, task, comment, page }: Parcel['message']): string {
  const first = (comment ?? '').split('\n')[0]!.slice(0, 80);
  return [...(severity === null ? [] : [`[${severity}]`]), `${task ?? page}:`, first].join(' ').replace(/\s+/g, ' ');
}

/** Everything that the reader agreed to send, so that nobody has to ask again. */
function handoffText({ comment, page, locale, task, plan, severity, did, id, at }: Parcel['message']): string {
  const { pages = [], searches = [], answers = [], browser, platform } = (did === null ? {} : JSON.parse(did)) as {
    pages?: string[];
    searches?: string[];
    answers?: { question: string; answer: string }[];
    browser?: string;
    platform?: string;
  };
  const facts = Object.entries({ Task: task, Plan: plan, Severity: severity, Page: page, Language: locale, Browser: browser, Platform: platform, Sent: at, Id: id });
  const list = (title: string, lines: string[]) => (lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)]);
  return [
    comment ?? '',
    '',
    ...facts.flatMap(([name, value]) => (value === null || value === undefined ? [] : [`${name}: ${value}`])),
    ...list('Pages read, in order:', pages),
    ...list('Searched for:', searches),
    ...list('Troubleshooter:', answers.map(({ question, answer }) => `${question} ${answer}`)),
    '',
  ].join('\n');
}

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import { basicAuth } from 'hono/basic-auth';
import { html } from 'hono/html';
import { UsageError } from '../../content/errors.ts';
import type { Decision } from '../../engine/decisions.ts';
import { clientAddress } from '../client-address.ts';
import { rankInbox, readInbox, type InboxEntry } from '../inbox/inbox.ts';
import { insightsOf, missedQueries, readKept, type Insight } from '../insights/insights.ts';
import { figureNames, writeFigure, type FigureName } from '../insights/table.ts';
import { createRateLimit } from '../rate-limit.ts';
import type { Database } from '../store/tables.ts';

/** A token is guessed at no faster than this. */
const PER_MINUTE = 60;
/** Pages with most unsolved, and searches without result, that are shown. */
const MOST_ROWS = 50;

export interface StaffOptions {
  /** Password of the user `staff`. */
  token: string;
  db: Database;
  inbox: Parameters<typeof rankInbox>[1];
  /** What waymark.decisions holds now. */
  decisions: () => readonly Decision[];
  addressHeader: string | undefined;
  now: () => Date;
}

/**
 * What readers sent, for the people who answer and write: the inbox by urgency, insights with charts, and what was decided
 * of the pages' findings. Read only; replies are sent by `waymark feedback`, decisions are made by `waymark review`.
 * @throws the error of Node where the package uplot is missing
 */
export function staffPages({ token, db, inbox, decisions, addressHeader, now }: StaffOptions): Hono {
  const chartLibrary = path.dirname(createRequire(import.meta.url).resolve('uplot'));
  // In the package, this file is compiled and the browser's is not.
  const charts = new URL('../../../src/service/staff/charts.js', import.meta.url);
  const waitOf = createRateLimit(PER_MINUTE, () => now().getTime());
  const app = new Hono();
  app.use(async (context, next) => {
    const header = addressHeader === undefined ? undefined : context.req.header(addressHeader);
    if (waitOf(clientAddress(getConnInfo(context).remote.address, header)) > 0) return context.text('Too many requests. Try again in a minute.', 429);
    context.header('cache-control', 'no-store');
    context.header('content-security-policy', "default-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    return next();
  });
  app.use(basicAuth({ username: 'staff', password: token, realm: 'Waymark' }));
  app.get('/', async (context) => {
    const kept = await readKept(db, '');
    const entries = rankInbox(await readInbox(db), inbox, now());
    const weeks = insightsOf(kept, 'week');
    return context.html(page(entries, insightsOf(kept, 'page').slice(0, MOST_ROWS), insightsOf(kept, 'task').slice(1, MOST_ROWS), weeks.slice(1), missedQueries(kept).slice(0, MOST_ROWS), decidedOf(decisions)));
  });
  app.get('/weeks.json', async (context) => {
    const [, ...weeks] = insightsOf(await readKept(db, ''), 'week');
    return context.json({ weeks, figures: Object.entries(figureNames).map(([name, { title }]) => ({ name, title })) });
  });
  const script = { 'content-type': 'text/javascript; charset=utf-8' };
  app.get('/charts.js', (context) => context.body(readFileSync(charts, 'utf8'), 200, script));
  app.get('/uplot.js', (context) => context.body(readFileSync(path.join(chartLibrary, 'uPlot.iife.min.js'), 'utf8'), 200, script));
  app.get('/uplot.css', (context) => context.body(readFileSync(path.join(chartLibrary, 'uPlot.min.css'), 'utf8'), 200, { 'content-type': 'text/css; charset=utf-8' }));
  return app;
}

function page(entries: InboxEntry[], pages: Insight[], tasks: Insight[], weeks: Insight[], queries: ReturnType<typeof missedQueries>, decided: readonly Decision[] | string) {
  const late = entries.filter((entry) => entry.late).length;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>What readers sent</title>
        <link rel="stylesheet" href="/staff/uplot.css" />
        <style>
          :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
          body { max-width: 75rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
          table { border-collapse: collapse; display: block; overflow-x: auto; overflow-wrap: normal; }
          th, td { border-bottom: 1px solid #8886; padding: 0.3rem 0.8rem 0.3rem 0; text-align: start; vertical-align: top; }
          th, td { min-width: 7rem; }
          [data-charts] { display: flex; flex-wrap: wrap; gap: 1rem; }
          li { margin-block: 1rem; }
          .late { font-weight: 700; }
          small { color: color-mix(in srgb, currentColor 75%, transparent); }
        </style>
        <script src="/staff/uplot.js" defer></script>
        <script type="module" src="/staff/charts.js"></script>
      </head>
      <body>
        <h1>What readers sent</h1>
        <h2>To be answered</h2>
        <p>${entries.length} wait for an answer, ${late} of them late.</p>
        <ol>
          ${entries.slice(0, MOST_ROWS).map(inboxItem)}
        </ol>
        <h2>By week</h2>
        <div data-charts></div>
        ${insightTable('Week', weeks)}
        <h2>By page</h2>
        ${insightTable('Page', pages)}
        <h2>By task</h2>
        ${insightTable('Task', tasks)}
        <h2>Searched for, and not found</h2>
        <table>
          <tr><th>Query</th><th>Language</th><th>Times</th></tr>
          ${queries.map(({ query, locale, misses }) => html`<tr><td>${query}</td><td>${locale}</td><td>${misses}</td></tr>`)}
        </table>
        <h2>Decided</h2>
        ${typeof decided === 'string' ? html`<p>${decided}</p>` : decisionTable(decided)}
      </body>
    </html>`;
}

/** The decisions, the latest first; a sentence where the file is broken, since the rest of the page needs none of it. */
function decidedOf(decisions: StaffOptions['decisions']): readonly Decision[] | string {
  try {
    return decisions().toSorted((a, b) => (a.date < b.date ? 1 : -1));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.message;
  }
}

function decisionTable(decisions: readonly Decision[]) {
  return html`<p>${decisions.length} decisions in waymark.decisions, the latest first.</p>
    <table>
      <tr><th>Date</th><th>Verdict</th><th>Rule</th><th>About</th><th>Page</th><th>By</th><th>Reason</th></tr>
      ${decisions.slice(0, MOST_ROWS).map(({ date, verdict, rule, subject, member, by, reason }) => html`<tr><td>${date}</td><td>${verdict}</td><td>${rule}</td><td>${subject}</td><td>${member}</td><td>${by}</td><td>${reason}</td></tr>`)}
    </table>`;
}

function inboxItem({ id, late, hours, promised, page: address, task, plan, severity, comment, why, canReply, undelivered }: InboxEntry) {
  const about = [address, task, plan, severity].filter((each) => each !== null).join(', ');
  return html`<li>
    <span class="${late ? 'late' : ''}">${late ? `Late by ${Math.ceil(hours - promised)} h` : `${Math.floor(promised - hours)} h left`}</span>: ${about}<br />
    ${comment === null ? '' : html`<q>${comment}</q><br />`}
    <small>${why.join('; ')}${undelivered === null ? '' : html`; not handed over yet: ${undelivered}`}</small><br />
    <small>${canReply ? html`<code>waymark feedback reply ${id}</code>` : html`no address; <code>waymark feedback close ${id}</code>`}</small>
  </li>`;
}

function insightTable(first: string, insights: Insight[]) {
  const names = (Object.keys(figureNames) as FigureName[]).filter((name) => insights.some((insight) => insight[name].answers > 0));
  return html`<table>
    <tr><th>${first}</th><th>not solved</th><th>searches in vain</th>${names.map((name) => html`<th>${figureNames[name].title}</th>`)}</tr>
    ${insights.map(
      (insight) => html`<tr><td>${insight.group}</td><td>${insight.unsolved}</td><td>${insight.misses}</td>${names.map((name) => html`<td>${insight[name].answers === 0 ? '' : writeFigure(insight[name], figureNames[name].write)}</td>`)}</tr>`,
    )}
  </table>`;
}

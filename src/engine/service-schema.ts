import { z } from 'zod';

const plans = z.array(z.string()).min(1).optional().describe('Plans that it holds for; all when left out.');
const severities = z.array(z.string()).min(1).optional().describe('Severities that it holds for; all when left out.');

const rankRule = z.strictObject({
  points: z.number().describe('What a message gets that meets every condition beside it.'),
  kind: z.enum(['feedback', 'handoff']).optional(),
  solved: z.boolean().optional(),
  effortFrom: z.int().min(1).max(7).optional().describe('Effort of this much or more; 7 is very hard.'),
  recommendUpTo: z.int().min(0).max(10).optional(),
  satisfactionUpTo: z.int().min(1).max(5).optional(),
  plans,
  severities,
});

/** What the configuration may say of `waymark serve` and of what readers send to it. Passwords stand in the environment. */
export const serviceSchema = z.strictObject({
  site: z.string().optional().describe('Folder of the built site, relative to the configuration’s folder; dist when left out.'),
  database: z.string().optional().describe('File of the database, relative to the configuration’s folder; waymark.db when left out. DATABASE_URL goes before it.'),
  addressHeader: z.string().optional().describe('Header in which your own proxy says who asked it, as X-Forwarded-For. Without it the connection itself counts.'),
  perMinute: z.int().min(1).optional().describe('Messages that one address may send in a minute; 60 when left out.'),
  keepAddressesDays: z.int().min(1).optional().describe('Days after which addresses of readers are deleted; 90 when left out.'),
  mail: z
    .strictObject({ from: z.string().describe('Who mails are from.'), handoffs: z.string().optional().describe('Who gets what readers hand over.') })
    .optional()
    .describe('The server stands in WAYMARK_SMTP_URL.'),
  webhook: z.url({ protocol: /^https?$/ }).optional().describe('Where handoffs are posted as JSON; WAYMARK_WEBHOOK_SECRET signs them.'),
  inbox: z
    .strictObject({
      rank: z.array(rankRule).optional().describe('Who is answered first: the points of all rules that fit are added.'),
      agePoints: z.number().min(0).optional().describe('Points at the promised time, in proportion before it and up to twice the time; 50 when left out.'),
      promised: z.array(z.strictObject({ hours: z.number().positive(), plans, severities })).optional().describe('How soon an answer is promised; the first that fits. 48 hours when none does.'),
    })
    .optional(),
  replies: z.string().optional().describe('Folder with a template for replies in each language, as en.txt and pl.txt.'),
});

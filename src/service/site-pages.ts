import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { policyFor } from './policy.ts';

/**
 * A built site: every page under its address, with a policy of its own.
 * @param folder what `astro build` wrote
 * @param base path below which the site lives, as `/` or `/help`
 */
export function sitePages(folder: string, base: string): Hono {
  const app = new Hono();
  const policyOf = rememberPolicies();
  const prefix = base.replace(/\/+$/, '');
  const inFolder = (address: string) => path.join(folder, address.slice(prefix.length));

  const onFound = (file: string, context: Context) => {
    if (file.endsWith('.html')) context.header('content-security-policy', policyOf(file));
    // Astro puts the hash of its content into the name of everything in there.
    context.header('cache-control', /[\\/]_astro[\\/]/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
  };

  app.use(compress(), etag());
  app.get(`${prefix}/*`, async (context, next) => {
    const address = context.req.path;
    if (address.endsWith('/') || /(?:^|\/)\.\.?(?:\/|$)/.test(address)) return next();
    // One address for each page: what relative links inside of it are relative to.
    if (existsSync(path.join(inFolder(address), 'index.html'))) return context.redirect(`${encodeURI(address)}/`, 301);
    return next();
  });
  const rewriteRequestPath = (address: string) => {
    const inside = address.slice(prefix.length);
    return !path.extname(inside) && existsSync(path.join(folder, `${inside}.html`)) ? `${inside}.html` : inside;
  };
  app.get(`${prefix}/*`, serveStatic({ root: folder, rewriteRequestPath, onFound }));

  app.get('*', (context) => {
    const file = path.join(folder, '404.html');
    const html = existsSync(file) ? readFileSync(file, 'utf8') : 'There is no such page.';
    context.header('content-security-policy', policyFor(html));
    return existsSync(file) ? context.html(html, 404) : context.text(html, 404);
  });
  return app;
}

/** Policies by file, made again when a file is another one. */
function rememberPolicies(): (file: string) => string {
  const known = new Map<string, { changed: number; policy: string }>();
  return (file) => {
    const changed = statSync(file).mtimeMs;
    const before = known.get(file);
    if (before?.changed === changed) return before.policy;
    const policy = policyFor(readFileSync(file, 'utf8'));
    known.set(file, { changed, policy });
    return policy;
  };
}

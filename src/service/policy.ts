import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';

/**
 * Content security policy of a page: nothing from another host, and of scripts inside of the page only those that it was
 * built with, by their hash. Styles inside of pages are allowed: Starlight and its code blocks set colours by them.
 */
export function policyFor(html: string): string {
  const hashes = inlineScripts(html).map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return [
    "default-src 'self'",
    ["script-src 'self'", ...new Set(hashes)].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function inlineScripts(html: string): string[] {
  const scripts: string[] = [];
  let current: string | undefined;
  const parser = new Parser({
    onopentag(name, { src }) {
      if (name === 'script' && src === undefined) current = '';
    },
    ontext(text) {
      if (current !== undefined) current += text;
    },
    onclosetag(name) {
      if (name !== 'script' || current === undefined) return;
      // What a browser hashes: line ends as the HTML parser leaves them.
      scripts.push(current.replace(/\r\n?/g, '\n'));
      current = undefined;
    },
  });
  parser.end(html);
  return scripts;
}

/** A link target taken apart; nothing is looked up yet. */
export type ParsedTarget =
  /** Another site, a mail address, a telephone number, or a template that only the site's build can fill. */
  | { kind: 'elsewhere' }
  /** `[text]()`. */
  | { kind: 'empty' }
  | InternalTarget;

export interface InternalTarget {
  kind: 'internal';
  /** `page`: a fragment of the page itself; `relative`: from the page; `absolute`: from the site's top; `alias`: from the project's folder (`@site/`). */
  base: 'page' | 'relative' | 'absolute' | 'alias';
  /** Path without leading slash, query and fragment, percent-encoding decoded, as written otherwise. */
  path: string;
  /** Fragment without `#`, decoded; empty for none. */
  anchor: string;
}

const scheme = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;
/** Marks of templates and expressions that the site's build fills in: `{{x}}`, `${x}`, `<%`, `%7B`, `[[x]]`, `$VAR`, `:param`. */
const template = /[{}<>]|\$\w|\[\[|%7b|\/:\w/i;
const variable = /^\{\{-?\s*([\w.-]+)\s*-?\}\}/;
const alias = /^(?:@site|~~?|@@?)\//;

function parseTarget(written: string, variables: Readonly<Record<string, string>>): ParsedTarget {
  let target = written.trim();
  if (target === '') return { kind: 'empty' };
  const name = variable.exec(target);
  const value = name && Object.hasOwn(variables, name[1]!) ? variables[name[1]!] : undefined;
  if (name && value !== undefined) target = joinAddress(value, target.slice(name[0].length));
  if (scheme.test(target) || template.test(target)) return { kind: 'elsewhere' };
  const hash = target.indexOf('#');
  const anchor = hash < 0 ? '' : decode(target.slice(hash + 1));
  const beforeHash = hash < 0 ? target : target.slice(0, hash);
  const path = decode(beforeHash.replace(/\?.*$/s, ''));
  if (path === '') return { kind: 'internal', base: 'page', path, anchor };
  const aliased = alias.exec(path);
  if (aliased) return { kind: 'internal', base: 'alias', path: path.slice(aliased[0].length), anchor };
  if (path.startsWith('/')) return { kind: 'internal', base: 'absolute', path: path.replace(/^\/+/, ''), anchor };
  return { kind: 'internal', base: 'relative', path, anchor };
}

/** Takes one target apart. */
export type TargetParser = (written: string) => ParsedTarget;

/**
 * Takes link targets apart and remembers them, since most targets of a tree stand in it many times.
 * @param variables what `{{name}}` at the head of a target stands for
 */
export function createTargetParser(variables: Readonly<Record<string, string>>): TargetParser {
  const parsed = new Map<string, ParsedTarget>();
  return (written) => {
    let target = parsed.get(written);
    if (!target) parsed.set(written, (target = parseTarget(written, variables)));
    return target;
  };
}

function joinAddress(base: string, rest: string): string {
  return rest.startsWith('/') || base === '' ? base.replace(/\/+$/, '') + rest : base + rest;
}

function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A stray percent sign: it stands for itself.
  }
}

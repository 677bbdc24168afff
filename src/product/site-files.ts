/** What a file of a site or project says of itself. */
export interface SiteFacts {
  /** Title of the site: `Postwing Help`. */
  title?: string;
  /** Address of the site. */
  url?: string;
  /** Name of the package: `postwing-docs`. */
  packageName?: string;
}

type Reader = { [Key in keyof SiteFacts]: RegExp };

/** `title: 'Postwing'`, in JavaScript. The first is the site's own; those of menus and cards come after it. */
const property = (key: string) => new RegExp(`(?<![\\w.])${key}\\s*:\\s*(["'\`])((?:(?!\\1).){1,200})\\1`);
/** `"name": "Postwing"`, in JSON. */
const member = (key: string) => new RegExp(`(")${key}"\\s*:\\s*"([^"\\\\]{1,200})"`);
/** `title: Postwing`, in YAML, at the top level. */
const line = (key: string) => new RegExp(`^${key}:[ \\t]*(["']?)([^"'#\\r\\n]{1,200})\\1`, 'm');
/** `title = "Postwing"`, in TOML, at the top level. */
const assignment = (key: string) => new RegExp(`^${key}[ \\t]*=[ \\t]*(["'])([^"'\\r\\n]{1,200})\\1`, 'm');

const readers: [name: RegExp, reader: Reader][] = [
  [/^package\.json$/, { packageName: member('name'), url: member('homepage') }],
  [/^(?:docs|mint)\.json$/, { title: member('name') }],
  [/^docusaurus\.config\.[cm]?[jt]s$/, { title: property('title'), url: property('url') }],
  [/^astro\.config\.[cm]?[jt]s$/, { title: property('title'), url: property('site') }],
  [/^mkdocs\.ya?ml$/, { title: line('site_name'), url: line('site_url') }],
  [/^_config\.ya?ml$/, { title: line('title'), url: line('url') }],
  [/^hugo\.ya?ml$/, { title: line('title'), url: line('baseURL') }],
  [/^(?:hugo|config)\.toml$/, { title: assignment('title'), url: assignment('baseURL') }],
];

/** Whether a file may tell what its site is called, by its name. */
export function isSiteFile(name: string): boolean {
  return readers.some(([pattern]) => pattern.test(name));
}

/** Reads title and address of a site from one of the files that `isSiteFile` knows: as text, nothing of it is run. */
export function readSiteFile(name: string, text: string): SiteFacts {
  const reader = readers.find(([pattern]) => pattern.test(name))?.[1] ?? {};
  const facts = Object.entries(reader).flatMap(([key, pattern]) => {
    const value = pattern.exec(text)?.[2]?.trim();
    return value ? [[key, value] as const] : [];
  });
  return Object.fromEntries(facts);
}

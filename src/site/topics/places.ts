import type { Page } from '../../content/types.ts';

// Names that site builders and their users give to files and folders, in English whatever the language of the pages.
const newsFolder = /^(?:changelogs?|release[-_ ]?notes?|releases|blog|news|whats[-_ ]?new|updates|announcements|newsletters?)$/i;
const snippetFolder = /^(?:_.*|snippets?|partials?|includes?|reusables?|fragments?|shared-content|templates?|vendor|fixtures?|testdata|cypress|e2e|__\w+__)$/i;
const definitionFolder = /^(?:glossary|terms|terminology|definitions|dictionary)$/i;
const referenceFolder = /(?:^|[-_ ])(?:apis?|references?|commands|endpoints|functions|parameters)(?:[-_ ]|$)|^(?:cli|schemas|types|config|configuration-options|options)$/i;
const legalFolder = /^(?:licen[cs]es?|(?:3rd|third)[-_ ]?party(?:[-_ ]?(?:notices|licen[cs]es))?|notices?)$/i;
/** Files for those who work on the repository, people and programs. */
const repositoryFile = /^(?:readme|agents|claude|gemini|skill|contributing|code_of_conduct|security|changelog|licen[cs]e|support|summary)$/i;
const date = /(?:^|\D)(?:19|20)\d\d[-/_.](?:0?[1-9]|1[0-2])(?:\D|$)/;
const version = /^(?:v(?:ersion)?[-_ ]?\d+(?:[._-]\d+)*(?:\.x)?|\d+(?:\.\d+)*\.(?:\d+|x))$/i;
/**
 * A folder with nothing but a number (one that orders folders begins with a zero more often than not), or of a name and
 * one: `helm2`, `gen1`.
 */
const bareVersion = /^(?:[1-9]\d{0,3}|[a-z]+-?\d)$/i;
/** What sites call the edition of today beside numbered ones; in the alphabet all of them come after a number. */
const current = /^(?:latest|current|stable)$/i;
const past = /^(?:legacy|archived?|deprecated|retired|obsolete|old|previous|classic)$/i;

/** Whether a page reports something of its day: release notes, news. A channel that is read on purpose tells what holds today. */
export function isDated({ path, facts, channel }: Page): boolean {
  if (channel !== undefined) return false;
  return date.test(path) || date.test(facts.title) || namesOf(path).some((name) => newsFolder.test(name));
}

/** Whether a page stands among definitions of terms. */
export function isDefinition({ path }: Page): boolean {
  return namesOf(path).some((name) => definitionFolder.test(name));
}

/** Whether a page stands among entries of a reference: endpoints, commands, types. */
export function isReference({ path }: Page): boolean {
  return namesOf(path).slice(0, -1).some((name) => referenceFolder.test(name));
}

/**
 * Whether a page is none of the site's own: a piece that other pages show, a file of the repository, a licence, a
 * draft, hidden from searches, or a copy of what is published under another address.
 * @param main the folder that holds most pages, whatever it is called: Jekyll's own begin with `_`
 */
export function isSetAside({ path, facts: { frontmatter } }: Page, main: string): boolean {
  const names = namesOf(path);
  const inside = names[0] === main ? names.slice(1) : names;
  if (inside.some((name) => (snippetFolder.test(name) && name !== '_index') || legalFolder.test(name))) return true;
  // In upper case: `security.md` may be a guide, `SECURITY.md` is none.
  if (repositoryFile.test(names.at(-1)!) && (names.length === 1 || names.at(-1) === names.at(-1)!.toUpperCase()) && !isFolderIndex(names)) return true;
  if (frontmatter.draft === true || frontmatter.unlisted === true) return true;
  if (frontmatter.noindex === true || /noindex/.test(JSON.stringify([frontmatter.head, frontmatter.robots, frontmatter.meta]))) return true;
  return Object.entries(frontmatter).some(([key, value]) => /^(?:canonical|redirect)/i.test(key) && Boolean(value));
}

/** A README in a folder is the folder's index on many sites. */
function isFolderIndex(names: string[]): boolean {
  return names.length > 1 && /^readme$/i.test(names.at(-1)!);
}

/** Versions and pasts that the path or title of a page names: `v2`, `3.x`, `legacy`, a folder `3`. */
export function versionsOf({ path, facts, version: told }: Page): string[] {
  const names = namesOf(path);
  const words = names.flatMap((name) => [name, ...name.split(/[-_ ().]+/), ...name.split(/[-_ ()]+/)]);
  const versions = [
    ...(told ? [told.name] : []),
    ...words.filter((word) => version.test(word) || past.test(word)),
    ...names.slice(0, -1).filter((name) => bareVersion.test(name)),
    ...facts.title.split(/[\s(),:]+/).filter((word) => version.test(word)),
  ];
  return [...new Set(versions.map((word) => word.toLowerCase()))];
}

/** Versions that the folders around a page name; a page *about* a version has it in its own name. */
export function folderVersions({ path, version: told }: Page): string[] {
  if (told) return [told.name];
  const folders = namesOf(path).slice(0, -1);
  return folders.filter((name) => version.test(name) || bareVersion.test(name)).map((name) => name.toLowerCase());
}

/** Whether a page stands in a folder of what is past: `previous-versions`, `legacy`. */
export function isPast({ path }: Page): boolean {
  return namesOf(path).slice(0, -1).some((name) => name.split(/[-_ ]+/).some((word) => past.test(word)));
}

function namesOf(path: string): string[] {
  return path.replace(/\.\w+$/, '').split('/');
}

/** Whether a folder around a page holds a version of a site's whole tree: as the configuration tells, else by its name. */
export function isVersionFolder({ version: told }: Page, name: string): boolean {
  return told ? name.toLowerCase() === told.name : isVersionName(name);
}

function isVersionName(name: string): boolean {
  return version.test(name) || /^version-/i.test(name) || past.test(name) || current.test(name);
}

/** Whether a folder at a site's root holds made-up pages, if another holds the site's own. */
export function isExampleName(name: string): boolean {
  return /^(?:examples?|samples?|demos?|tests?)$/i.test(name);
}

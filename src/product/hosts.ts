/** A word as names are compared: its letters and digits, in lower case. */
export function letters(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The host of an address, in lower case; null where it has none, or one that cannot be a host's name. */
export function hostOf(address: string | undefined): string | null {
  const host = /^(?:https?:)?\/\/([^/?#:@\s]+)/i.exec(address ?? '')?.[1]?.toLowerCase();
  return host !== undefined && hostName.test(host) ? host : null;
}

const hostName = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$/u;

/** `support.sendgrid.com` → `sendgrid.com`; two short labels at the end are one ending (`co.uk`). */
export function registrable(host: string): string {
  const labels = host.split('.');
  const ending = labels.length > 2 && labels.at(-2)!.length <= 3 && labels.at(-1)!.length === 2 ? 2 : 1;
  return labels.slice(-1 - ending).join('.');
}

/** `postwing.example` → `postwing`. */
export function labelOf(registrableHost: string): string {
  return letters(registrableHost.split('.')[0]!);
}

/** What companies put around a name that they could not get as a domain. */
const around = /^(?:get|try|use|join|go|my)|(?:hq|app|labs|inc)$/g;

/** The names that a host carries, as `letters` writes them: its label (`postwing.example`, `getpostwing.example`), and it as a whole (`fly.io`). */
export function hostNames(host: string): string[] {
  const label = labelOf(host);
  const core = label.replace(around, '');
  return [label, letters(host), ...(core.length > 2 ? [core] : [])];
}

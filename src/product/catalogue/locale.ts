/** Whether a name reads like that of a locale: `en`, `pt-BR`, `zh_Hans`. */
export function isLocale(name: string): boolean {
  return /^[a-z]{2}(?:[-_@][A-Za-z]{2,4})*$/.test(name) && languageNames.of(name.slice(0, 2)) !== undefined;
}

/** `locales/web.en-US.json`, `pl/LC_MESSAGES/app.po` → the part that reads like a locale, the last one first; else empty. */
export function localeOfPath(path: string): string {
  const parts = path.replace(/\.\w+$/, '').split(/[/.]/).reverse();
  return parts.find(isLocale) ?? '';
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

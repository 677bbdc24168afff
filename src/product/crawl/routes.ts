/**
 * The route of an address: its path, and what follows `#/` in applications that route by it. Parts that name one thing
 * among many (numbers, UUIDs, long mixed keys) are `:id`, so that one screen is one route.
 */
export function routeOf(address: string): string {
  const { pathname, hash } = new URL(address);
  const path = hash.startsWith('#/') && hash !== '#/' ? `${pathname}${hash.split('?')[0]}` : pathname;
  const route = decodeURI(path).split('/').map((part) => (isIdentifier(part) ? ':id' : part)).join('/');
  return route.length > 1 ? route.replace(/\/$/, '') || '/' : route;
}

function isIdentifier(part: string): boolean {
  return /^\d+$/.test(part) || /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(part) || (part.length >= 12 && /\d/.test(part) && /[a-z]/i.test(part) && !part.includes('-'));
}

/** An empty part, `.` or `..`; most paths have none and are as they should be. */
const special = /(?:^|\/)\.{0,2}(?:\/|$)/;

/** A path with `.` and `..` taken out; a path that climbs above its top keeps its leading `..`. */
export function normalizePath(path: string): string {
  if (!special.test(path)) return path;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** The folder of a path; empty for the root. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** A path inside a folder, normalized. */
export function joinPath(folder: string, path: string): string {
  return normalizePath(folder === '' ? path : `${folder}/${path}`);
}

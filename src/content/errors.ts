/**
 * What the person at the keyboard can mend: a path that is not there, a configuration that does not hold.
 * The command line prints the message alone and exits with 2; every other error is a bug and keeps its stack.
 */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** What a failed file system call means, in words (`permission denied`). */
export function fileErrorText(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return fileErrors[code] ?? (error instanceof Error ? error.message : String(error));
}

const fileErrors: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is not a folder',
  ELOOP: 'its symbolic links lead round in a circle',
  EISDIR: 'it is a folder',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the path is too long',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EROFS: 'the disk can only be read',
};

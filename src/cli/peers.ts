import { UsageError } from '../content/errors.ts';

/**
 * Loads a part of Waymark that stands on packages which linting alone does not need.
 * @throws UsageError that says what to install where they are missing
 */
export async function withPackages<Part>(command: string, packages: string[], load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && /^(?:ERR_)?MODULE_NOT_FOUND$/.test(String(error.code));
    if (!isMissing || !packages.some((name) => error.message.includes(`'${name}'`))) throw error;
    throw new UsageError(`waymark ${command} needs more than linting does. Install it with: npm install --save-dev ${packages.join(' ')}`);
  }
}

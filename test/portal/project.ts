import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** This repository, where projects find their packages. */
export const root = path.resolve(import.meta.dirname, '../..');
export const BUILD_TIMEOUT_MS = 120_000;

export interface Project {
  folder: string;
  /** Files by their path. */
  files: Record<string, string>;
}

/** Writes a Starlight project that finds its packages in this repository, and builds it. */
export function build({ folder, files }: Project): { output: string; status: number | null } {
  // A repository of its own: what this one ignores does not count in it.
  mkdirSync(path.join(folder, '.git'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const astro = path.join(root, 'node_modules/astro/bin/astro.mjs');
  // Not the whole environment: Vitest's own variables (BASE_URL, DEV, NODE_ENV) would become the site's.
  const { PATH, HOME, SystemRoot } = process.env;
  const env = { PATH, HOME, SystemRoot, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
  const { stdout, stderr, status } = spawnSync(process.execPath, [astro, 'build'], { cwd: folder, env, encoding: 'utf8' });
  return { output: stdout + stderr, status };
}

export const astroConfig = (astro: string, starlight: string, options = '') => `
  import starlight from '@astrojs/starlight';
  import { defineConfig } from 'astro/config';
  import waymark from ${JSON.stringify(path.join(root, 'src/portal/index.ts'))};
  export default defineConfig({ ${astro} integrations: [starlight({ title: 'Postwing Help', ${starlight} plugins: [waymark(${options})] })] });
`;

export const contentConfig = (loader: string) => `
  import { docsLoader } from '@astrojs/starlight/loaders';
  import { docsSchema } from '@astrojs/starlight/schema';
  import { glob } from 'astro/loaders';
  import { defineCollection } from 'astro:content';
  export const collections = { docs: defineCollection({ loader: ${loader}, schema: docsSchema() }) };
`;

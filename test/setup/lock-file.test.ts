import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface LockEntry {
  link?: boolean;
  integrity?: string;
  resolved?: string;
  hasInstallScript?: boolean;
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

const manifest = JSON.parse(read('package.json'));

describe.each(['package-lock.json', 'scripts/node/package-lock.json'])('%s', (file) => {
  const { packages } = JSON.parse(read(file)) as { packages: Record<string, LockEntry> };
  const entries = Object.entries(packages).filter(([path, { link }]) => path !== '' && !link);

  test('holds the packages of every platform', () => {
    const names = new Set(Object.keys(packages).map(nameOf));
    const missing = Object.values(packages)
      .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
      .filter((name) => !names.has(name));
    expect(missing).toEqual([]);
  });

  test('names no host, and every package by the hash of what it holds', () => {
    expect(entries.filter(([, { resolved }]) => resolved?.startsWith('http')).map(([path]) => path)).toEqual([]);
    expect(entries.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([]);
  });

  test('every install script is decided on in package.json', () => {
    const scripts = entries.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
    expect(scripts.filter((name) => !(name in manifest.allowScripts))).toEqual([]);
  });
});

test('the lock file was written by npm 11, which keeps glibc and musl apart', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, LockEntry> };
  const musl = Object.entries(packages).filter(([path]) => path.endsWith('-musl'));
  expect(musl.length).toBeGreaterThan(0);
  expect(musl.filter(([, { libc }]) => !libc).map(([path]) => path)).toEqual([]);
});

test('every version is pinned', () => {
  const versions = Object.entries<string>({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

/** `node_modules/a/node_modules/@b/c` → `@b/c`. */
function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

function read(file: string): string {
  return readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
}

export { UsageError } from './content/errors.ts';
export { findConfig, parseConfig, readConfig, type Config } from './engine/config.ts';
export type { ConfigData } from './engine/config-schema.ts';
export type { Finding, Location, Member } from './engine/finding.ts';
export { lint, openSite, type LintOptions, type Opened, type Run, type Timings } from './engine/run.ts';
export { formatJson } from './reporters/json.ts';
export { formatStylish } from './reporters/stylish.ts';

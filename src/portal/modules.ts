/** A Vite plugin, as far as this needs one. */
interface ModulePlugin {
  name: string;
  resolveId(id: string): string | undefined;
  load(id: string): string | undefined;
}

/** Modules whose default export is known at build time only, by their name: how components read what the plugin found. */
export function modulesOf(values: Record<string, unknown>): ModulePlugin {
  return {
    name: 'waymark-modules',
    resolveId: (id) => (Object.hasOwn(values, id) ? `\0${id}` : undefined),
    load: (id) => (id.startsWith('\0') && Object.hasOwn(values, id.slice(1)) ? `export default ${JSON.stringify(values[id.slice(1)])};` : undefined),
  };
}

import { z } from 'zod';
import { rules } from '../rules/index.ts';
import type { RuleMeta } from '../rules/types.ts';
import { topics } from '../site/tasks/topic.ts';
import { serviceSchema } from './service-schema.ts';

const severity = z.enum(['off', 'info', 'warning', 'error']);

/** One severity for all findings of a rule, or one for each certainty. */
const severities = z.union([severity, z.strictObject({ certain: severity.optional(), likely: severity.optional(), hint: severity.optional() })]);

/** What each class of evidence counts for, where decisions showed that it is worth more or less here than elsewhere. */
function certainties({ classes }: RuleMeta) {
  return z.strictObject(Object.fromEntries(Object.keys(classes).map((name) => [name, z.enum(['hint', 'likely']).optional()])));
}

function settingsOfRules(withOptions: boolean) {
  const setting = (meta: RuleMeta) =>
    z.union([severity, z.strictObject({ severity: severities.optional(), ...(withOptions ? { ...meta.options?.partial().shape, classes: certainties(meta).optional() } : {}) })]).describe(meta.summary);
  return z.strictObject(Object.fromEntries(rules.map(({ meta }) => [meta.id, setting(meta).optional()])));
}

/** What `waymark.config.yaml` may say. */
export const schema = z.strictObject({
  $schema: z.string().optional(),
  extends: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe('Files of the repository, or packages, whose settings hold where this file says nothing else.'),
  content: z.string().optional().describe('Folder where the site’s addresses begin, relative to the configuration’s folder.'),
  site: z.strictObject({ base: z.string().optional(), title: z.string().optional(), url: z.string().optional() }).optional(),
  locales: z.array(z.string()).optional().describe('Names of the folders that hold translations.'),
  versions: z.array(z.string()).optional().describe('Names of the folders that hold versions of the documentation, the current one first.'),
  product: z.strictObject({ names: z.array(z.string()).optional(), domains: z.array(z.string()).optional() }).optional(),
  ignore: z.array(z.string()).optional().describe('Patterns of files to leave out, relative to the configuration’s folder.'),
  parser: z.enum(['satteri', 'remark']).optional(),
  variables: z.record(z.string(), z.string()).optional().describe('What `{{name}}` at the head of a link target stands for.'),
  nav: z
    .array(z.string())
    .optional()
    .describe('What the site’s navigation lists: paths or addresses of pages below the content folder, and folders (`guides/`) whose pages are all listed; read from the site’s own files when left out.'),
  sources: z
    .array(
      z.strictObject({
        path: z.string().describe('A folder of Markdown, or a CSV file with a page a row, relative to the configuration’s folder.'),
        name: z.string().optional().describe('What people call it: “Blog”, “Canned replies”.'),
        title: z.string().optional().describe('Column of a CSV file that holds the title.'),
        text: z.string().optional().describe('Column of a CSV file that holds the text.'),
        encoding: z.string().optional().describe('Encoding of a CSV file without a byte order mark, as the Encoding Standard names it; utf-8 when left out.'),
      }),
    )
    .optional()
    .describe('Other channels that tell customers something: read for duplicates, conflicts and stale labels against the content tree, and for nothing else.'),
  interface: z
    .strictObject({
      map: z.string().optional().describe('File of the interface map, relative to the configuration’s folder; product/ui-map.json when left out.'),
      catalogues: z.array(z.strictObject({ path: z.string(), history: z.array(z.string()).optional(), serves: z.array(z.string()).optional() })).optional(),
    })
    .optional(),
  search: z
    .strictObject({
      synonyms: z.record(z.string(), z.array(z.string())).optional().describe('Words that readers use, each with the words that the pages use for it.'),
      queries: z.string().optional().describe('File of queries with the pages that answer them; queries.yaml beside the configuration when left out.'),
    })
    .optional(),
  review: z
    .strictObject({
      url: z.url({ protocol: /^https?$/ }).optional().describe('Address of a model for `waymark review --model`, in place of --url; it reaches no private network and gets no key.'),
      private: z.array(z.string()).optional().describe('Patterns of pages that no model gets to see, relative to the configuration’s folder.'),
    })
    .optional()
    .describe('Judging by a language model.'),
  help: z
    .strictObject({
      topics: z
        .partialRecord(z.enum(topics), z.string().trim().min(1))
        .optional()
        .describe('Topics of findings on contacts and limits, each with who looks after it, or off.'),
    })
    .optional(),
  service: serviceSchema.optional().describe('The service that takes what readers say, `waymark serve`.'),
  baseline: z.string().optional().describe('File of known findings; waymark.baseline beside the configuration when left out.'),
  failOn: z.enum(['error', 'warning']).optional().describe('The least severity that makes `astro build` fail; no finding does when left out.'),
  rules: settingsOfRules(true).optional(),
  overrides: z
    .array(z.strictObject({ files: z.array(z.string()), rules: settingsOfRules(false) }))
    .optional()
    .describe('Other settings of rules for some files; of several that fit, the last counts.'),
});

/** What `waymark.config.yaml` may say. */
export type ConfigData = z.infer<typeof schema>;

/** Topics that are `off`, and who looks after the others. */
export type TopicSettings = NonNullable<NonNullable<ConfigData['help']>['topics']>;

/** What a configuration says of one rule. */
export type RuleSetting = NonNullable<NonNullable<ConfigData['rules']>[string]>;

/** JSON Schema of the configuration, for editors. */
export function configSchema(): object {
  return { title: 'Configuration of Waymark', ...z.toJSONSchema(schema, { io: 'input' }) };
}

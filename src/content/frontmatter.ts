import { z } from 'zod';

/** The keys that Waymark reads; every other key belongs to the site and is kept as it is. */
export const frontmatterSchema = z.looseObject({
  title: z.union([z.string(), z.number()]).optional(),
  description: z.string().nullish(),
  id: z.union([z.string(), z.number()]).optional(),
  slug: z.string().optional(),
  formerly: z.union([z.string(), z.array(z.string())]).optional(),
  topic: z.string().optional(),
});

export type Frontmatter = z.infer<typeof frontmatterSchema>;

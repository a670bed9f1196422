import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';

const schema = z.strictObject({
  title: z.string(),
  /** The name of a notation in `notations.yaml`. */
  notation: z.string(),
  /** One sentence for search engines and lists. */
  description: z.string().default(''),
  /** Its place in the course, from 1, for a page of the site's own. */
  order: z.int().positive().optional(),
  /** What the card says that a page of the course opens with. */
  result: z
    .strictObject({
      /** The displays that state it, by their ids. */
      states: z.array(z.string()).min(1),
      /** Those of them that need that the targets sum to 1; the checker confirms it. */
      'unit-sum': z.array(z.string()),
    })
    .optional(),
  /** The document whose formulas the page shows. */
  document: z
    .strictObject({
      author: z.string().optional(),
      title: z.string(),
      kind: z.string(),
      year: z.number().optional(),
    })
    .optional(),
});

/** What a file says of itself before its text. */
export type FrontMatter = z.infer<typeof schema>;

/** Reads front matter; a string is what is wrong with it. */
export function readFrontMatter(yaml: string): FrontMatter | string {
  try {
    const parsed = schema.safeParse(parse(yaml) ?? {});
    return parsed.success ? parsed.data : z.prettifyError(parsed.error).replaceAll('\n', ' ');
  } catch (error) {
    if (error instanceof YAMLParseError) return error.message.split('\n')[0] ?? 'not YAML';
    throw error;
  }
}

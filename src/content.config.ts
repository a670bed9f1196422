import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { notebooks, type NotebookEntry } from './notebook/loader.ts';

/** Pages that follow one of the five documents. */
const documents = defineCollection({
  loader: notebooks('documents'),
  schema: z.custom<NotebookEntry>(),
});

export const collections = { documents };

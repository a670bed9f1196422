/** A page of the site that holds no derivation. */
export interface Place {
  /** From the site's root. */
  readonly path: string;
  readonly title: string;
  /** What a reader finds there, in a sentence. */
  readonly text: string;
}

/** The pages that the header leads to. */
export const PLACES: readonly Place[] = [
  {
    path: '/derivations/',
    title: 'Course',
    text: 'Softmax regression from its definition to gradient descent: a claim, a proof and exercises a page.',
  },
  {
    path: '/documents/',
    title: 'Documents',
    text: 'An assignment, lecture notes, a note, slides and homework, followed formula by formula.',
  },
  {
    path: '/gradient-check/',
    title: 'Gradient check',
    text: 'The laboratory: choose the loss, the slip and the step, or type a function; compare six rules, and take it along as a program for NumPy, PyTorch or JAX.',
  },
  {
    path: '/handout/',
    title: 'Handout',
    text: 'Choose claims, formulas and figures, and print them on a sheet for a class, each with a QR code.',
  },
  {
    path: '/notation/',
    title: 'Notation',
    text: 'How the documents write the same quantities, and where one sign means two things.',
  },
  {
    path: '/verification/',
    title: 'Verification',
    text: 'Every formula of the site with its evidence, and what the checker accepts and refuses.',
  },
];

/** Pages that others lead to. */
export const FURTHER_PLACES: readonly Place[] = [
  {
    path: '/exercises/',
    title: 'Exercises',
    text: 'The exercises of the course, each on a page without its answer.',
  },
  {
    path: '/embed/',
    title: 'Embed',
    text: 'How to put a figure, a formula or an exercise in a frame (iframe) of a course page.',
  },
  {
    path: '/offline/',
    title: 'Offline',
    text: 'Read without a network: pages kept on this device, or the whole site as a zip file. What is kept, and privacy.',
  },
];

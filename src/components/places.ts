/** A page of the site that holds no derivation. */
export interface Place {
  /** From the site's root. */
  readonly path: string;
  readonly title: string;
  /** What a reader finds there, in a sentence. */
  readonly text: string;
}

/** The pages of the site beside its derivations and documents. */
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
    text: 'The laboratory: choose the loss, the slip and the step, or type a function, and compare six rules.',
  },
  {
    path: '/handout/',
    title: 'Handout',
    text: 'Choose claims, formulas and figures, and print them on a sheet for a class.',
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

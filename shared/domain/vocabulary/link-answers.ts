/** Answers that the page behind a link offers as a button alone; a rejection comes with its reason. */
export const PLAIN_ANSWERS = ['accept', 'contacted', 'no-answer', 'qualified', 'not-now'] as const;

export type PlainAnswer = (typeof PLAIN_ANSWERS)[number];

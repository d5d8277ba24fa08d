/** An instant in words, with the exact one for machines. */
export const LocalTime = ({ at, words }: { at: number; words: string }) => (
  <time datetime={new Date(at).toISOString()}>{words}</time>
);

import type { Instant } from '../domain/time/instant.ts';
/** An instant in words, with the exact one for machines. */
export const LocalTime = ({ at, words }: { at: Instant; words: string }) => (
  <time datetime={new Date(at).toISOString()}>{words}</time>
);

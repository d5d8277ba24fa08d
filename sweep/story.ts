import type { Instant } from '../shared/domain/time/instant.ts';

/** What happened in a run, in order, in words. Nothing is composed where nobody will read it. */
export interface Story {
  tell(line: () => string): void;
  readonly lines: readonly string[];
}

const clock = (at: Instant): string => new Date(at).toISOString().slice(5, 23).replace('T', ' ');

export const createStory = (now: () => Instant, isRead: boolean): Story => {
  const lines: string[] = [];
  return {
    lines,
    tell: (line) => {
      if (isRead) lines.push(`${clock(now())}  ${line()}`);
    },
  };
};

import { counted } from '../counted.ts';

const WIDTH = 30;
const EVERY_MS = 100;

export interface Progress {
  /** `share` of the file that is read, 0 to 1; undefined where its size is not known. */
  show(share: number | undefined, rows: number, bad: number): void;
  clear(): void;
}

interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** A bar on a terminal; nothing where nobody watches. */
export const createProgress = (stream: Terminal, now: () => number): Progress => {
  if (!stream.isTTY) return { show: () => {}, clear: () => {} };
  let shown = Number.NEGATIVE_INFINITY;
  const clear = (): void => {
    if (shown === Number.NEGATIVE_INFINITY) return;
    stream.write('\r\u001B[K');
    shown = Number.NEGATIVE_INFINITY;
  };
  return {
    show: (share, rows, bad) => {
      if (now() - shown < EVERY_MS) return;
      const done = Math.round((share ?? 0) * WIDTH);
      const bar =
        share === undefined
          ? ''
          : `[${'='.repeat(done)}${' '.repeat(WIDTH - done)}] ${String(Math.floor(share * 100)).padStart(3)} %  `;
      stream.write(`\r${bar}${counted(rows, 'row')}, ${bad} bad\u001B[K`);
      shown = now();
    },
    clear,
  };
};

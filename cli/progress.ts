const WIDTH = 30;
const EVERY_MS = 100;

export interface Progress {
  /** `share` of the work that is done, 0 to 1, undefined where that is not known; `text` says how far it is. */
  show(share: number | undefined, text: () => string): void;
  clear(): void;
}

export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

interface Options {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Work that takes no longer shows nothing. */
  readonly afterMs?: number;
}

/** A bar on a terminal; nothing where nobody watches. */
export const createProgress = (stream: Terminal, { now, afterMs = 0 }: Options): Progress => {
  if (!stream.isTTY) return { show: () => {}, clear: () => {} };
  const from = now() + afterMs;
  let shown = Number.NEGATIVE_INFINITY;
  const clear = (): void => {
    if (shown === Number.NEGATIVE_INFINITY) return;
    stream.write('\r\u001B[K');
    shown = Number.NEGATIVE_INFINITY;
  };
  return {
    show: (share, text) => {
      const at = now();
      if (at < from || at - shown < EVERY_MS) return;
      const done = Math.round((share ?? 0) * WIDTH);
      const bar =
        share === undefined
          ? ''
          : `[${'='.repeat(done)}${' '.repeat(WIDTH - done)}] ${String(Math.floor(share * 100)).padStart(3)} %  `;
      stream.write(`\r${bar}${text()}\u001B[K`);
      shown = at;
    },
    clear,
  };
};

import { once } from 'node:events';
import type { Writable } from 'node:stream';

const CHUNK = 1 << 16;

/** Text for a stream that may be slower than we are: gathered, and written when there is enough of it. */
export interface Output {
  line(text: string): void;
  /** Writes what is gathered, if it is enough or `all`, and waits while the reader is behind. */
  flush(all?: boolean): Promise<void>;
}

export const createOutput = (stream: Writable): Output => {
  let gathered: string[] = [];
  let size = 0;
  return {
    line: (text) => {
      gathered.push(text, '\n');
      size += text.length + 1;
    },
    flush: async (all = false) => {
      if (size === 0 || (size < CHUNK && !all)) return;
      const chunk = gathered.join('');
      gathered = [];
      size = 0;
      if (!stream.write(chunk)) await once(stream, 'drain');
    },
  };
};

import { isUtf8 } from 'node:buffer';
import type { YamlProblem } from './yaml-file.ts';

export interface DecodedText {
  readonly text: string;
  /** Where the bytes are not UTF-8. */
  readonly problem?: YamlProblem;
}

const LINE_FEED = 0x0a;

/** By its mark, or by the zero beside the first character, which is ASCII in YAML (YAML 1.2, 5.2). */
const utf16Of = ([first = 0, second = 0]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === second || (first > 0 && second > 0)) return undefined;
  return first > 0 ? 'utf-16le' : 'utf-16be';
};

/** The characters of a line up to the first byte that is no UTF-8. */
const soundStart = (line: Uint8Array): string => {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let start = '';
  for (const at of line.keys()) {
    try {
      start += decoder.decode(line.subarray(at, at + 1), { stream: true });
    } catch {
      return start;
    }
  }
  return start;
};

const firstProblem = (bytes: Uint8Array): YamlProblem | undefined => {
  let rest = bytes;
  for (let line = 1; ; line++) {
    const end = rest.indexOf(LINE_FEED);
    const current = end === -1 ? rest : rest.subarray(0, end);
    if (!isUtf8(current)) {
      const start = soundStart(current);
      const byte = (current[Buffer.byteLength(start)] ?? 0).toString(16).toUpperCase().padStart(2, '0');
      const column = start.replace(/^\uFEFF/, '').length + 1;
      return { line, column, message: `the byte 0x${byte} is not UTF-8: save the file as UTF-8` };
    }
    if (end === -1) return undefined;
    rest = rest.subarray(end + 1);
  }
};

/**
 * The text of a file. One that is not UTF-8 has a problem, and is read as UTF-16 or byte by byte, so that whatever else
 * is wrong with it can be told.
 */
export const decodeText = (bytes: Uint8Array): DecodedText => {
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) {
    const message = 'the file is UTF-16: save it as UTF-8';
    return { text: new TextDecoder(utf16).decode(bytes), problem: { line: 1, column: 1, message } };
  }
  const problem = isUtf8(bytes) ? undefined : firstProblem(bytes);
  return problem === undefined
    ? { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }
    : { text: new TextDecoder('windows-1252').decode(bytes), problem };
};

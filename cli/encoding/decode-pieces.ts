import { decodeWindows1252 } from './decode-windows-1252.ts';

/** Decodes a text that comes in pieces, and tells what is left at its end. */
export interface PieceDecoder {
  readonly encoding: string;
  piece(bytes: Buffer): string;
  end(): string;
}

export const createPieceDecoder = (label: string): PieceDecoder => {
  const decoder = new TextDecoder(label);
  const { encoding } = decoder;
  return encoding === 'windows-1252'
    ? { encoding, piece: decodeWindows1252, end: () => '' }
    : { encoding, piece: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
};

/** A text that comes at once. */
export const decodePiece = (bytes: Buffer, label: string): string => {
  if (label === 'windows-1252') return decodeWindows1252(bytes);
  const decoder = createPieceDecoder(label);
  return decoder.piece(bytes) + decoder.end();
};

/** Encodings whose characters may have several bytes: pairs of theirs look like UTF-8. */
const SEVERAL_BYTES = new Set(
  'utf-8 utf-16le utf-16be gbk gb18030 big5 euc-jp iso-2022-jp shift_jis euc-kr'.split(' '),
);

export const isOneByte = (label: string): boolean => !SEVERAL_BYTES.has(new TextDecoder(label).encoding);

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

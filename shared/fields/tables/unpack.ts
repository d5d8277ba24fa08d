import { brotliDecompressSync } from 'node:zlib';

/** The text of a table, which is compressed in the sources: a function's bundle is parsed at each cold start. */
export const unpack = (packed: string): string => brotliDecompressSync(Buffer.from(packed, 'base64')).toString();

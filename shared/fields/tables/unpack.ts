import { brotliDecompressSync } from 'node:zlib';

/** The text of a table, which is compressed in the sources: a function's bundle is parsed at each cold start. */
export const unpack = (packed: string): string => brotliDecompressSync(Buffer.from(packed, 'base64')).toString();

/** Makes a value when it is first asked for, and keeps it: most leads need few of the tables. */
export const lazily = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

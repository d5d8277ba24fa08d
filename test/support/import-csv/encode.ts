/** A text's bytes in UTF-8, or in an encoding of one byte a character. */
export const encode = (text: string, label: string): Buffer => {
  if (label === 'utf-8') return Buffer.from(text);
  // In pieces: some versions of Node read ISO 8859-1 in place of Windows-1252 where a text comes at once.
  const decoder = new TextDecoder(label);
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Buffer.from([byte]), { stream: true }), byte]),
  );
  return Buffer.from(
    Array.from(text, (sign) => {
      const byte = bytes.get(sign);
      if (byte === undefined) throw new Error(`${label} has no ${sign}`);
      return byte;
    }),
  );
};

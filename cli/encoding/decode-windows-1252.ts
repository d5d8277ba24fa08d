/** What the bytes 0x80 to 0x9F are; the five that are nothing stay as they are. */
const SIGNS = [...'€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'];

const FIRST_SIGN = 0x80;

/** By a table of its own: TextDecoder of some versions of Node reads ISO 8859-1 instead, in which `’` and `€` are nothing. */
export const decodeWindows1252 = (bytes: Buffer): string =>
  bytes.toString('latin1').replace(/[\x80-\x9f]/g, (sign) => SIGNS[sign.charCodeAt(0) - FIRST_SIGN] ?? sign);

import { crc32, deflateSync } from 'node:zlib';

/** Pixels in rows from the top, four bytes each: red, green, blue, opacity. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Buffer;
}

const MOST_COLOURS = 32;
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

const channels = (colour: number): readonly [number, number, number] => [
  colour >> 16,
  (colour >> 8) & 255,
  colour & 255,
];

const distance = (one: number, other: number): number => {
  const [red, green, blue] = channels(other);
  const [ownRed, ownGreen, ownBlue] = channels(one);
  return (red - ownRed) ** 2 + (green - ownGreen) ** 2 + (blue - ownBlue) ** 2;
};

/** The colours that are seen most, and for every other the number of the one that is next to it. */
const paletteOf = (pixels: readonly number[]) => {
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const colours = [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST_COLOURS)
    .map(([colour]) => colour);
  const nearest = (colour: number): number => {
    const distances = colours.map((one) => distance(one, colour));
    return distances.indexOf(Math.min(...distances));
  };
  return { colours, numbers: new Map([...counts.keys()].map((colour) => [colour, nearest(colour)])) };
};

/** A PNG of at most 32 colours, a third as large: a page has few, and those of the letters' edges look alike. */
export const palettePng = ({ width, height, rgba }: Pixels): Buffer => {
  const pixels = Array.from({ length: width * height }, (_, i) => rgba.readUIntBE(4 * i, 3));
  const { colours, numbers } = paletteOf(pixels);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, each the number of a colour.
  header.set([8, 3], 8);
  const palette = Buffer.from(colours.flatMap(channels));
  // No filter, said in a byte before each row, is best for numbers of colours.
  const rows = Buffer.alloc((width + 1) * height);
  for (const [i, colour] of pixels.entries()) rows[i + Math.floor(i / width) + 1] = numbers.get(colour) ?? 0;
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

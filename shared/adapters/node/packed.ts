import { gunzipSync, gzipSync } from 'node:zlib';

/** More is no request that was taken. */
const MOST_BYTES = 2_000_000;

export const packed = (bytes: Uint8Array): Uint8Array => gzipSync(bytes);

/** Throws where the bytes are none that were packed. */
export const unpacked = (bytes: Uint8Array): Uint8Array => gunzipSync(bytes, { maxOutputLength: MOST_BYTES });

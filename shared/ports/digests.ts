export type DigestAlgorithm = 'sha1' | 'sha256' | 'sha512';

/** What signatures are made of. */
export interface Digests {
  hmac(algorithm: DigestAlgorithm, key: Uint8Array, data: Uint8Array): Uint8Array;
  hash(algorithm: DigestAlgorithm, data: Uint8Array): Uint8Array;
  /** Takes as long whatever differs, so that nobody can guess a secret byte by byte. */
  isEqual(a: Uint8Array, b: Uint8Array): boolean;
}

/** Whatever must not be guessed, or must not be the same twice. */
export interface IdSource {
  /** An opaque id without personal data for the lead of a normalised address; a new one at each call where ids are random. */
  leadId(email: string): string;
  /** A 128-bit secret for a link, with the hash under which it is stored. */
  capability(): { readonly token: string; readonly hash: string };
  hashOf(token: string): string;
  /** At least 0, less than 1; for jitter. */
  random(): number;
}

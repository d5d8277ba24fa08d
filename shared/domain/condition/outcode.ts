/** `E1 6AN`, `e16an`, `E1 6`, `E1`: the last three characters of a whole code are the inward code. */
const WHOLE = /^([a-z]{1,2}\d[a-z\d]?) ?\d[a-z]{2}$/i;
const BEGINNING = /^([a-z]{1,2}\d[a-z\d]?)(?: \d)?$/i;

/** The outcode of a UK postal code, in lower case: the postcode district. Undefined for a code of another form. */
export const outcodeOf = (postalCode: string): string | undefined =>
  (WHOLE.exec(postalCode) ?? BEGINNING.exec(postalCode))?.[1]?.toLowerCase();

/** What a source's other fields may tell of a lead that does not say it. */
export const DERIVED_FIELDS = ['location.country', 'company.name'] as const;

export type DerivedField = (typeof DERIVED_FIELDS)[number];

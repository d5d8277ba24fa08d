/** What most leads have beside a name and ways to reach them: paths of their fields, in the order in which they are read. */
export const LEAD_DETAILS = [
  'person.title',
  'company.name',
  'company.domain',
  'company.industry',
  'company.employees',
  'company.annualRevenue',
  'location.country',
  'location.region',
  'location.postalCode',
  'location.timeZone',
  'language',
  'interest',
  'source',
  'campaign',
] as const;

export type LeadDetail = (typeof LEAD_DETAILS)[number];

/** Where leads come from by an HTTP request or another bus, each with a shape and an authentication of its own. */
export const SOURCE_KINDS = [
  'json',
  'form',
  'typeform',
  'unbounce',
  'webflow',
  'wordpress',
  'google-ads',
  'hubspot',
  'hubspot-workflow',
  'meta',
  'linkedin',
  'calendly',
  'intercom',
  'marketo',
  'segment',
  'salesforce-cdc',
  'salesforce-outbound',
  'slack',
] as const;

export type SourceKind = (typeof SOURCE_KINDS)[number];

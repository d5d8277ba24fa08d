import { entryOf, oneValue } from '../read-body.ts';

/** Properties of HubSpot's own, by the paths of a lead. */
const PATHS: Readonly<Record<string, string>> = {
  email: 'person.email',
  firstname: 'person.firstName',
  lastname: 'person.lastName',
  jobtitle: 'person.title',
  phone: 'person.phone',
  mobilephone: 'person.phone',
  company: 'company.name',
  website: 'company.domain',
  industry: 'company.industry',
  numberofemployees: 'company.employees',
  annualrevenue: 'company.annualRevenue',
  country: 'location.country',
  state: 'location.region',
  zip: 'location.postalCode',
  hs_language: 'language',
};

/** What a rep would ask of the rest. */
const KEPT =
  /^(lifecyclestage|hs_lead_status|hs_analytics_source|hs_analytics_source_data_[12]|message|recent_conversion_event_name|first_conversion_event_name)$/;

/** The properties that leads are read with. */
export const HUBSPOT_PROPERTIES = [
  ...Object.keys(PATHS),
  ...['lifecyclestage', 'hs_lead_status', 'hs_analytics_source', 'hs_analytics_source_data_1', 'message'],
];

/** Properties of a contact, as a lead; `named` are further ones that the map of sources.yaml asks for. */
export const ofProperties = (properties: Readonly<Record<string, unknown>>, named: ReadonlySet<string>) => {
  const lead: Record<string, unknown> = {};
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(properties)) {
    const said = oneValue(value);
    if (said === undefined) continue;
    const path = entryOf(PATHS, name);
    if (path !== undefined) lead[path] ??= said;
    if ((path === undefined && KEPT.test(name)) || named.has(name)) rest[name] = said;
  }
  return { lead, rest };
};

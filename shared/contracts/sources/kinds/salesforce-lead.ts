import { entryOf, flatten } from '../read-body.ts';

/** Fields of a Lead, compound ones as the change event has them and as a fetched record does, by the paths of ours. */
const PATHS: Readonly<Record<string, string>> = {
  Email: 'person.email',
  FirstName: 'person.firstName',
  'Name.FirstName': 'person.firstName',
  LastName: 'person.lastName',
  'Name.LastName': 'person.lastName',
  Title: 'person.title',
  Phone: 'person.phone',
  MobilePhone: 'person.phone',
  Company: 'company.name',
  Website: 'company.domain',
  Industry: 'company.industry',
  NumberOfEmployees: 'company.employees',
  AnnualRevenue: 'company.annualRevenue',
  Country: 'location.country',
  'Address.Country': 'location.country',
  PostalCode: 'location.postalCode',
  'Address.PostalCode': 'location.postalCode',
};

/** What a Lead of Salesforce says: by our paths, and of the rest what `isKept` says by its name there. */
export const ofSalesforceLead = (record: unknown, isKept: (name: string) => boolean) => {
  const lead: Record<string, unknown> = {};
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(flatten(record))) {
    const path = entryOf(PATHS, name);
    if (path !== undefined) lead[path] ??= value;
    if (isKept(name)) rest[name] = value;
  }
  return { lead, rest };
};

export const isSalesforceField = (name: string): boolean => Object.hasOwn(PATHS, name);

import type { LeadField } from '../../domain/condition/condition-fields.ts';
import { splitName } from './read-body.ts';

/** Keys by which forms everywhere call a field, folded; those before others count first. */
const KNOWN: Readonly<Partial<Record<LeadField, readonly string[]>>> = {
  'person.email': [
    ...['workemail', 'businessemail', 'email', 'emailaddress', 'youremail', 'mail', 'contactemail'],
    ...['personemail', 'useremail', 'emailadresse', 'correo', 'courriel'],
  ],
  'person.firstName': ['firstname', 'givenname', 'fname', 'vorname', 'prenom', 'nombre'],
  'person.lastName': ['lastname', 'surname', 'familyname', 'lname', 'nachname', 'apellido', 'apellidos'],
  'person.title': ['jobtitle', 'title', 'position', 'role', 'jobrole'],
  'person.phone': [
    ...['workphone', 'phone', 'phonenumber', 'yourphone', 'tel', 'telephone', 'telephonenumber', 'mobile'],
    ...['mobilephone', 'mobilenumber', 'telefon', 'telefono'],
  ],
  'company.name': ['company', 'companyname', 'organization', 'organisation', 'firma', 'yourcompany', 'unternehmen'],
  'company.domain': ['website', 'companywebsite', 'companyurl', 'companydomain', 'domain'],
  'company.industry': ['industry', 'branche'],
  'company.employees': ['employees', 'numberofemployees', 'companysize', 'numemployees', 'employeecount'],
  'company.annualRevenue': ['annualrevenue'],
  'location.country': ['country', 'countrycode', 'land', 'pais', 'pays'],
  'location.region': ['region', 'state', 'province', 'bundesland'],
  'location.postalCode': ['postalcode', 'zip', 'zipcode', 'postcode', 'plz'],
  'location.timeZone': ['timezone'],
  campaign: ['utmcampaign', 'campaign', 'campaignname'],
  interest: ['interest', 'interestedin'],
  language: ['language', 'locale', 'lang'],
  visitorId: ['visitorid', 'anonymousid'],
};

const FULL_NAME = ['fullname', 'name', 'yourname', 'contactname'];

/** `First Name`, `first_name` and `your-first-name[]` by what they have in common. */
const folded = (key: string): string => key.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

export interface KnownKeys {
  readonly lead: Readonly<Record<string, unknown>>;
  /** What no field is known by. */
  readonly rest: Readonly<Record<string, unknown>>;
}

/** The fields of a lead that well-known keys tell. */
export const takeKnownKeys = (values: Readonly<Record<string, unknown>>): KnownKeys => {
  const byKey = new Map(Object.keys(values).map((key) => [folded(key), key]));
  const lead: Record<string, unknown> = {};
  const taken = new Set<string>();
  for (const [path, keys] of Object.entries(KNOWN)) {
    const found = keys.flatMap((key) => byKey.get(key) ?? []);
    for (const key of found) taken.add(key);
    const [first] = found;
    if (first !== undefined) lead[path] = values[first];
  }
  const name = FULL_NAME.flatMap((key) => byKey.get(key) ?? [])[0];
  if (name !== undefined) {
    taken.add(name);
    for (const [path, part] of Object.entries(splitName(values[name]))) lead[path] ??= part;
  }
  return { lead, rest: Object.fromEntries(Object.entries(values).filter(([key]) => !taken.has(key))) };
};

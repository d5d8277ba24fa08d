import type { Told } from '../../domain/capture/capture-fields.ts';
import type { Fields } from '../../domain/condition/condition.ts';
import type { Anonymous } from '../../domain/documents.ts';
import type { IgnoredField } from '../../domain/lead/facts.ts';
import { countryOf, readWithCountry, toldWithCountry } from '../../fields/read-with-country.ts';

/** What a capture says, with what could not be read. */
interface Said {
  readonly fields: Fields;
  readonly ignored: readonly IgnoredField[];
}

/** What was known before of the person, and of a browser that is theirs now. */
interface Known {
  readonly lead?: Told | undefined;
  readonly anonymous?: Anonymous | undefined;
}

interface Together extends Said {
  readonly anonymous?: Anonymous;
  /** What is known of the lead and reads otherwise now. */
  readonly again?: Told;
}

const NOTHING: Told = { fields: {}, stamps: {} };

const withCountry = (anonymous: Anonymous, country: string | undefined): Anonymous => {
  const { told } = anonymous;
  const again = told && toldWithCountry(told, country);
  if (again === undefined) return anonymous;
  const [fields, stamps] = [
    { ...told?.fields, ...again.fields },
    { ...told?.stamps, ...again.stamps },
  ];
  return { ...anonymous, told: { fields, stamps } };
};

/**
 * Forms ask for a country on one page and for a telephone number, a region or a postal code on another: what has no
 * country itself is read with that of the others.
 */
export const readTogether = ({ fields, ignored }: Said, { lead = NOTHING, anonymous }: Known): Together => {
  const country = countryOf(fields) ?? countryOf(lead.fields) ?? countryOf(anonymous?.told?.fields ?? {});
  const read = readWithCountry(fields, country);
  const again = toldWithCountry(lead, country);
  return {
    fields: read,
    // What can be read after all was not left out.
    ignored: ignored.filter(({ path }) => fields[path] !== undefined || read[path] === undefined),
    ...(anonymous === undefined ? {} : { anonymous: withCountry(anonymous, country) }),
    ...(again === undefined ? {} : { again }),
  };
};

import type { Handover } from './handover.ts';
import type { Medium } from './medium.ts';
import { asName, companyName, firstName, lastName, ownHosts, personName } from './names.ts';
import { languageOfLead } from './spelling/language-of-lead.ts';
import { isHardToSpell, nameFromAddress } from './spelling/name-from-address.ts';
import { withCapitals } from './spelling/respell.ts';

/** Whom a headline names, in its alphabet; empty where nobody can be called by it. */
export interface ShownNames {
  readonly person: string;
  /** `J. Doe` for Jane Mary Doe; empty where not both names are known. */
  readonly shortPerson: string;
  readonly company: string;
}

export function shownNames({ fields, email }: Handover['lead'], convert: Medium['convert']): ShownNames {
  const language = languageOfLead(fields);
  const own = ownHosts(fields);
  const shown = (text: string): string => asName(withCapitals(convert(text, language), text), own);
  const company = shown(companyName(fields));
  const written = personName(fields);
  const spelt = isHardToSpell(written, language) ? nameFromAddress(email) : '';
  if (spelt !== '') return { person: spelt, shortPerson: '', company };
  const [first, last] = [shown(firstName(fields)), shown(lastName(fields))];
  return {
    person: shown(written),
    shortPerson: first === '' || last === '' ? '' : `${first.charAt(0)}. ${last}`,
    company,
  };
}

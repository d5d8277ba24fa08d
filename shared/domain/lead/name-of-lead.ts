import type { Lead } from './lead.ts';

/** What a person calls a lead: its name and its company, else its address. */
export const nameOfLead = (lead: Lead | undefined): string => {
  if (lead === undefined) return 'a lead';
  const { fields } = lead;
  const name = [fields['person.firstName'], fields['person.lastName']].filter((part) => part !== undefined).join(' ');
  const company = fields['company.name'];
  return `${name || lead.email}${company === undefined ? '' : `, ${company}`}`;
};

import anyAscii from 'any-ascii';
import type { Dice, Some } from '../dice.ts';
import type { Place } from './place.ts';

/** A person who may buy, before we know whether they will. */
export interface Person {
  readonly email: string;
  readonly place: Place;
  /** `data` of a LeadCaptured event. */
  readonly captured: {
    readonly person: {
      readonly email: string;
      readonly firstName: string;
      readonly lastName: string;
      readonly title?: string;
      readonly phone?: string;
    };
    readonly company?: {
      readonly name: string;
      readonly domain?: string;
      readonly industry: string;
      readonly employees: number;
    };
    readonly location: { readonly country: string; readonly region?: string; readonly timeZone: string };
    readonly language: string;
    readonly consent: { readonly email: boolean; readonly sms?: boolean };
  };
}

/** What a scene asks of a person; the rest is chance. */
export interface Wanted {
  readonly company?: string;
  readonly employees?: number;
  readonly industry?: string;
  readonly title?: string;
}

const KNOWN_INDUSTRIES: Some<string> = ['Manufacturing', 'Logistics', 'Retail', 'Wholesale'];
const OTHER_INDUSTRIES: Some<string> = ['Software', 'Education', 'Health care', 'Construction', 'Hospitality'];
const DECIDERS: Some<string> = [
  'Head of supply chain',
  'Chief operating officer',
  'IT director',
  'Vice president, operations',
  'Director of logistics',
  'Head of purchasing',
];
const OTHERS: Some<string> = [
  'Warehouse manager',
  'Buyer',
  'Controller',
  'Business analyst',
  'Project manager',
  'Office manager',
  'Consultant',
];

/** Large, of an industry we know, and able to decide: hot as soon as they show interest. */
export const decider = (dice: Dice): Wanted => ({
  employees: dice.between(1_000, 9_000),
  industry: dice.pick(KNOWN_INDUSTRIES),
  title: dice.pick(DECIDERS),
});

/** Whoever they are, interest alone does not make them hot. */
export const onlooker = (dice: Dice): Wanted => ({
  employees: dice.chance(0.5) ? dice.between(3, 60) : dice.between(100, 900),
  title: dice.pick(OTHERS),
});

const slug = (text: string): string =>
  anyAscii(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const phoneOf = (pattern: string, dice: Dice): string => pattern.replaceAll('x', () => String(dice.between(2, 9)));

/** Makes people who differ in their e-mail addresses. */
export const createPeople = (dice: Dice): ((place: Place, wanted?: Wanted) => Person) => {
  const taken = new Set<string>();
  const free = (local: string, domain: string): string => {
    let address = `${local}@${domain}`;
    for (let nth = 2; taken.has(address); nth += 1) address = `${local}${nth}@${domain}`;
    taken.add(address);
    return address;
  };
  return (place, wanted = {}) => {
    const [firstName] = dice.pick(place.names);
    const [, lastName] = dice.pick(place.names);
    const name = wanted.company ?? dice.pick(place.companies);
    const domain = `${slug(name)}.example`;
    const privately = wanted.company === undefined && dice.chance(0.06);
    const email = free(`${slug(firstName)}.${slug(lastName)}`, privately ? 'example.net' : domain);
    const title = wanted.title ?? (dice.chance(0.35) ? dice.pick(DECIDERS) : dice.pick(OTHERS));
    const industry = wanted.industry ?? dice.pick(dice.chance(0.6) ? KNOWN_INDUSTRIES : OTHER_INDUSTRIES);
    const employees =
      wanted.employees ??
      dice.weighted([
        [30, dice.between(3, 60)],
        [35, dice.between(100, 900)],
        [15, dice.between(1_000, 12_000)],
      ]);
    const phone = place.phone !== undefined && dice.chance(0.5) ? { phone: phoneOf(place.phone, dice) } : {};
    return {
      email,
      place,
      captured: {
        person: { email, firstName, lastName, title, ...phone },
        company: { name, industry, employees, ...(privately ? {} : { domain }) },
        location: {
          country: place.country,
          ...(place.regions === undefined ? {} : { region: dice.pick(place.regions) }),
          timeZone: place.timeZone,
        },
        language: place.language,
        consent: { email: true, ...('phone' in phone ? { sms: dice.chance(0.8) } : {}) },
      },
    };
  };
};

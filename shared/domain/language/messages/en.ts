import type { OwnerClause } from '../../vocabulary/clauses.ts';
import type { LeadDetail } from '../../vocabulary/lead-details.ts';
import type { RepPurpose } from '../../vocabulary/purposes.ts';

/** What a message for one purpose says. `lead` is who it is and why, `owner` somebody else than the reader. */
export interface PurposeWords {
  /** At the head of an SMS and of a subject; how it ends is said by the clause. */
  readonly headline: (lead: string, owner?: string) => string;
  /** The same in as few letters as can be, at most 16 before the lead. */
  readonly tight: (lead: string) => string;
  /** At the head of a message about so many leads. */
  readonly several: (count: number) => string;
  /** At the head of an e-mail about several. */
  readonly severalInFull: string;
}

/** What a message says of a clause that binds the owner. `time` is as `Tue 14:30`. */
export interface ClauseWords {
  readonly ask: (time: string) => string;
  readonly due: (time: string) => string;
  readonly missed: (owner: string, lead: string) => string;
  readonly stillWaits: (lead: string) => string;
  readonly missedInFull: (owner: string, lead: string) => string;
  readonly task: string;
}

const purposes: Readonly<Record<RepPurpose, PurposeWords>> = {
  alert: {
    headline: (lead, owner) => (owner === undefined ? `Hot lead: ${lead}` : `Hot lead for ${owner}: ${lead}`),
    tight: (lead) => `Hot lead: ${lead}`,
    several: (count) => `${count} hot leads`,
    severalInFull: 'Here are hot leads that came to you within a short time, the one that is due first at the top.',
  },
  remind: {
    headline: (lead, owner) => (owner === undefined ? `Reminder: ${lead}` : `Reminder for ${owner}: ${lead}`),
    tight: (lead) => `Reminder: ${lead}`,
    several: (count) => `Reminder: ${count} leads`,
    severalInFull: 'This is a reminder: these leads still wait for you, the one that is due first at the top.',
  },
  'tell-manager': {
    headline: (lead, owner = 'The owner') => `${owner} has not acted on ${lead}`,
    tight: (lead) => `Help needed: ${lead}`,
    several: (count) => `${count} leads need your help`,
    severalInFull: 'These leads of your team need your help.',
  },
  'taken-away': {
    headline: (lead) => `${lead} has gone to a colleague`,
    tight: (lead) => `Gone: ${lead}`,
    several: (count) => `${count} leads have gone to colleagues`,
    severalInFull:
      'These leads were not answered within the agreed time, so they have gone to somebody else. This can happen to anybody. Nothing is left for you to do, and links in earlier messages no longer work.',
  },
  paused: {
    headline: () => 'No leads for now: several in a row were not answered. Back? Say so here:',
    tight: () => 'No leads for now. Back? Say so here:',
    several: (count) => `No leads for now: ${count} were not answered`,
    severalInFull:
      'These leads were not answered within the agreed time. You get no leads until you answer one or say that you are back.',
  },
  'rep-paused': {
    headline: (_lead, owner = 'A rep') =>
      `${owner} gets no leads for now: several in a row were not answered. It ends when ${owner} answers one or is back.`,
    tight: (lead) => `Rep paused: ${lead}`,
    several: (count) => `${count} reps get no leads for now`,
    severalInFull:
      'After these leads were not answered within the agreed time, their reps get no leads until they answer one or say that they are back.',
  },
};

const clauses: Readonly<Record<OwnerClause, ClauseWords>> = {
  accept: {
    ask: (time) => `Accept by ${time}`,
    due: (time) => `Answer due ${time}`,
    missed: (owner, lead) => `${owner} has not accepted ${lead}`,
    stillWaits: (lead) => `This is a reminder: ${lead} still waits for an answer.`,
    missedInFull: (owner, lead) => `This needs your help: ${owner} has not accepted or rejected ${lead}.`,
    task: 'accept or reject the lead',
  },
  contact: {
    ask: (time) => `Contact by ${time}`,
    due: (time) => `Contact due ${time}`,
    missed: (owner, lead) => `${owner} has not contacted ${lead}`,
    stillWaits: (lead) => `This is a reminder: ${lead} has not been contacted yet, as far as we know.`,
    missedInFull: (owner, lead) => `This needs your help: ${owner} has not contacted ${lead}.`,
    task: 'contact the lead and record that you did',
  },
  verdict: {
    ask: (time) => `Decide by ${time}`,
    due: (time) => `Verdict due ${time}`,
    missed: (owner, lead) => `${owner} has not decided on ${lead}`,
    stillWaits: (lead) => `This is a reminder: ${lead} still waits for a verdict.`,
    missedInFull: (owner, lead) => `This needs your help: ${owner} has given no verdict on ${lead}.`,
    task: 'say what came of the lead: sales-qualified, won or lost',
  },
};

/** What is known of a lead, as a label. */
const details: Readonly<Record<LeadDetail, string>> = {
  'person.title': 'Title',
  'company.name': 'Company',
  'company.domain': 'Domain',
  'company.industry': 'Industry',
  'company.employees': 'Employees',
  'company.annualRevenue': 'Annual revenue',
  'location.country': 'Country',
  'location.region': 'Region',
  'location.postalCode': 'Postal code',
  'location.timeZone': 'Time zone',
  language: 'Language',
  interest: 'Interest',
  source: 'Source',
  campaign: 'Campaign',
};

/** What an SMS and a subject hold; in an SMS, letters that its alphabet lacks are written without their accents. */
const glance = {
  /** A reason and how long ago it was: `asked for a demo 4 minutes ago`. */
  why: (reason: string, ago: string) => `${reason} ${ago}`,
  justNow: 'just now',
  noName: 'a lead with no name',
  /** Where room is short, instead of what the clause asks. */
  by: (time: string) => `By ${time}`,
  due: (time: string) => `Due ${time}`,
  firstDue: (time: string) => `First due ${time}`,
  more: (count: number) => `${count} more`,
  nothingToDo: 'Nothing is left to do.',
  nobodyTook: (lead: string) => `Nobody has taken ${lead} yet`,
  howToAccept: 'Reply 1 to accept.',
};

/** What an e-mail holds: each text begins a line. */
const email = {
  hello: (name: string) => `Hello ${name},`,
  of: (person: string, company: string) => `${person} of ${company}`,
  hotLead: (lead: string) => `Here is a hot lead: ${lead}.`,
  stillWaits: (lead: string) => `This is a reminder: ${lead} still waits for you.`,
  notActed: (owner: string, lead: string) => `This needs your help: ${owner} has not acted on ${lead}.`,
  nobodyTook: (lead: string) => `This needs your help: nobody has taken ${lead} yet.`,
  paused: (lead: string): readonly string[] => [
    `Several leads in a row were not answered within the agreed time, the last one ${lead}.`,
    'You get no leads until you answer one or say that you are back. This can happen to anybody.',
  ],
  repPaused: (owner: string, lead: string): readonly string[] => [
    `Several leads of ${owner} in a row were not answered within the agreed time, the last one ${lead}.`,
    `${owner} gets no leads until they answer one or say that they are back. We have told them so.`,
  ],
  instead: (owner: string) => `We could not reach ${owner}, who owns the lead, so this comes to you.`,
  takenAway: (lead: string): readonly string[] => [
    `Your lead ${lead} was not answered within the agreed time, so it has gone to somebody else.`,
    'This can happen to anybody. Nothing is left for you to do, and links in earlier messages no longer work.',
  ],
  /** Where somebody took the lead themselves, or was given it by hand. */
  takenBy: (lead: string, taker: string): readonly string[] => [
    `Your lead ${lead} is with ${taker} now.`,
    'Nothing is left for you to do, and links in earlier messages no longer work.',
  ],
  allTaken:
    'These leads are with somebody else now. Nothing is left for you to do, and links in earlier messages no longer work.',
  task: (what: string) => `What to do: ${what}.`,
  askOwner: (owner: string) => `ask ${owner} what is in the way, or find somebody who can act now`,
  findSomebody: 'find somebody who can act now',
  due: (time: string) => `Due: ${time}`,
  /** Where a text says it: in HTML the label is a button. */
  linked: (label: string, link: string) => `${label}: ${link}`,
  sayBack: 'Say that you are back',
  /** A date with its weekday, `Tuesday` and `3 March 2026, 14:30`. */
  on: (weekday: string, date: string) => `${weekday} ${date}`,
  manage: 'Take it, give it to somebody or leave it',
  open: 'Open the lead',
  openAll: 'All of them',
  known: (what: string) => `Known: ${what}`,
  who: 'WHO',
  whyHot: (score: string) => `WHY HOT: SCORE ${score}`,
  noReason: 'No reason is recorded.',
  whatTheyDid: 'WHAT THEY READ AND DID, NEWEST FIRST',
  nothingDone: 'Nothing is recorded.',
  sendNext: 'WHAT TO SEND NEXT',
  nothingToSend: 'Nothing in the library fits, or they have read it all.',
  whose: 'WHOSE IT IS',
  owner: 'Owner',
  nobodyYet: 'nobody yet',
  pastOwners: 'Past owners',
  none: 'none',
  territory: 'Territory',
  name: 'Name',
  phone: 'Phone',
  address: 'E-mail',
  consent: 'Consent',
  refusals: { call: 'do not call', sms: 'do not text', email: 'do not mail' },
  andMore: (count: number) => `and ${count} more`,
};

/** The SMS that helps somebody whose reply could not be applied; what is to be typed stands as it is. */
export const enHelp = {
  onlyAccept: 'Reply 1 to accept, or open the link.',
  /** Each as `21 not a fit`. */
  how: (rejections: string, all: boolean) =>
    `Reply 1 to accept. To reject reply ${rejections}${all ? '.' : '. For others open the link.'}`,
  rejection: (number: string, reason: string, first: boolean) => `${number} ${first ? 'for ' : ''}${reason}`,
  whichOfSeveral: 'Several leads may wait for your answer: please open the link of the one you mean.',
  whichOf: (count: number) =>
    count === 1
      ? '1 lead of our latest SMS waits for your answer, and it is not certain that you mean it: please open its link.'
      : `${count} leads of our latest SMS wait for your answer: please open the link of the one you mean.`,
  nothing:
    'No lead of our latest SMS waits for your answer. What you answered is recorded, others may be with a colleague. For a lead of an e-mail open its link.',
  /** Of when leads may come; the words to reply with are the same in each language. */
  availability: {
    unclear:
      'We did not understand it. Reply OFF for today, OFF UNTIL 17:00, OFF UNTIL 3 DEC, or BACK. OFF GIVE BACK also gives back the leads that wait for you.',
    sharedPhone:
      'Several people have this phone, so it is not certain who is meant. Please say it on the page behind one of your links, under Away or back.',
    back: 'You are back: leads come again in your hours of work.',
    untilBack: 'No leads until you are back.',
    until: (time: string) => `No leads until ${time}.`,
    given: (count: number) => (count === 1 ? '1 lead given back.' : `${count} leads given back.`),
    left: (count: number) => (count === 1 ? '1 lead still waits for you.' : `${count} leads still wait for you.`),
    replyBack: 'Reply BACK to end it.',
  },
};

/** Every text of the messages to reps. This one says what each language has to have. */
export const en = { purposes, clauses, details, glance, email };

export type Messages = typeof en;

export type HelpTexts = typeof enHelp;

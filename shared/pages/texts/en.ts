import type { AbsenceProblem } from '../../contracts/http/absence-form.ts';
import type { FormProblem } from '../../contracts/http/answer-request.ts';
import type { LinkRefusal } from '../../domain/answer/answer-by-link.ts';
import type { OwnerClause } from '../../domain/vocabulary/clauses.ts';
import type { PlainAnswer } from '../../domain/vocabulary/link-answers.ts';
import type { RejectAction } from '../../domain/vocabulary/reject-actions.ts';
import type { OwnedStage } from '../../domain/vocabulary/stages.ts';
import type { Notice } from '../notices.ts';

/** Why an answer was not recorded. */
export type AnswerProblem = FormProblem | LinkRefusal | 'owner-changed';

const frame = {
  skip: 'Skip to the content',
  myLeads: 'My leads',
  awayOrBack: 'Away or back',
  back: 'Back',
  allLeads: 'All leads of this message',
  yoursAlone: 'This link is yours alone. Whoever has it can answer for you: please do not pass it on.',
};

/** Before the day and the time at which an answer is due, and was due. */
const due: Readonly<Record<OwnerClause, { readonly by: string; readonly late: string }>> = {
  accept: { by: 'Answer by', late: 'Your answer was due' },
  contact: { by: 'Reach them by', late: 'The first contact was due' },
  verdict: { by: 'Say what came of it by', late: 'Your verdict was due' },
};

/** How much of the time of a clause is left. `length` is as `23 minutes`; `first` is the number in front of it. */
const time = {
  left: (length: string, _first: number) => `${length} left`,
  late: (length: string) => `${length} late`,
  hardlyLeft: 'Less than a minute left',
  hardlyLate: 'Just late',
};

const headings: Readonly<Record<OwnedStage, string>> = {
  assigned: 'Will you take this lead?',
  accepted: 'This lead is yours',
  contacted: 'You reached them',
};

/** Where a lead stands, in a list. */
const states: Readonly<Record<OwnedStage, string>> = {
  assigned: 'Waits for your answer',
  accepted: 'Accepted',
  contacted: 'Contacted',
};

const answers: Readonly<Record<PlainAnswer, { readonly label: string; readonly hint?: string }>> = {
  accept: { label: 'Accept' },
  contacted: { label: 'I reached them', hint: 'You spoke, or they wrote back.' },
  'no-answer': { label: 'Called, no answer', hint: 'You tried. We remind you later.' },
  qualified: { label: 'Qualified', hint: 'A real opportunity: sales goes on with it.' },
  'not-now': { label: 'Not now', hint: 'Back to marketing, who keep in touch with them.' },
};

/** What follows from a rejection. */
const follows: Readonly<Record<RejectAction, string>> = {
  reassign: 'It goes to somebody else.',
  recycle: 'It goes back to marketing for later.',
  'return-to-marketing': 'Marketing gets it back to put it right.',
  close: 'It is closed.',
};

const answer = {
  toForm: 'Go to the form',
  stillYours: 'The lead is still yours.',
  toReject: 'Reject, with a reason',
  reject: 'Reject',
  why: 'Why is it not for you?',
  note: 'Note',
  noteHint: '(optional, for marketing and whoever comes next)',
};

const problems: Readonly<Record<AnswerProblem, string>> = {
  'unknown-answer': 'Nothing was recorded: the form did not arrive whole. Please choose again.',
  'unknown-reason': 'Nothing was recorded: to reject the lead, choose one of the agreed reasons below.',
  'unknown-content': 'Nothing was recorded: what you sent is in the library no more.',
  'long-note': 'Nothing was recorded: the note is too long. Please shorten it.',
  'owner-changed': 'Nothing was changed: the lead has become yours since you looked. Here it is.',
  'accepted-before': 'You have accepted this lead already, so it cannot be rejected any more. “Not now” gives it back.',
};

const who = {
  noName: 'A lead with no name',
  call: 'Call',
  extension: (digits: string) => `ext. ${digits}`,
  mail: 'Mail',
  /** Subjects of a mail to the lead. */
  subjects: { about: (interest: string) => `About ${interest}`, enquiry: 'Your enquiry' },
  copy: 'Copy',
  copied: 'Copied',
  theirTime: (clock: string, weekday: string) => `It is ${clock} there, ${weekday}.`,
  heading: 'Who they are',
  phone: 'Phone',
  email: 'E-mail',
  consent: 'Consent',
  unknown: 'not known',
  more: (count: number) => `And ${count} more in the CRM.`,
  ways: {
    call: { label: 'Calls', refusal: 'Do not call' },
    sms: { label: 'Texts', refusal: 'Do not text' },
    email: { label: 'Mail', refusal: 'Do not mail' },
  },
  yes: 'yes',
  no: 'no',
  notAsked: 'not asked',
};

const story = {
  whyHot: (score: string) => `Why they are hot: score ${score}`,
  whatTheyDid: 'What happened',
  sent: (name: string, title: string) => `${name} sent: ${title}`,
  markSent: 'Sent',
  markSentHint: 'Mark what you have sent: it is recorded, and not offered again.',
  tried: (name: string) => `${name} tried to reach them`,
  nothingDone: 'Nothing is recorded.',
  newestFirst: (zone: string) => `Newest first; times in ${zone}`,
  sendNext: 'What to send next',
  nothingToSend: 'Nothing in the library fits, or they have it all.',
  whose: 'Whose it is',
  owner: 'Owner',
  pastOwners: 'Past owners',
  none: 'none',
  territory: 'Territory',
};

const list = {
  title: (count: number) => (count === 1 ? 'One lead waits for you' : `${count} leads wait for you`),
  more: (count: number) => `${count} more come up here as you answer these.`,
};

const myLeads = {
  title: (count: number) =>
    count === 0 ? 'You have no open leads' : count === 1 ? 'Your one open lead' : `Your ${count} open leads`,
  more: (count: number) => `${count} more are not shown.`,
};

const absenceProblems: Readonly<Record<AbsenceProblem, string>> = {
  'unknown-answer': 'Nothing was changed: the form did not arrive whole. Please choose again.',
  'no-end': 'Nothing was changed: please say when leads may come again.',
  over: 'Nothing was changed: the time at which leads come again has passed.',
  'ends-before-it-begins': 'Nothing was changed: leads have to come again after you have gone.',
  'too-long': 'Nothing was changed: that is more than two years ahead. Please look at the year.',
};

const absence = {
  title: 'When leads come to you',
  come: 'Leads come to you',
  comeInHours: 'They come in your hours of work.',
  planned: 'You will be away',
  none: 'No leads come',
  awayFrom: 'You are away from',
  comeAgain: 'Leads come again, in your hours of work, from',
  untilBack: 'You get no leads until you say that you are back.',
  paused: 'Several leads in a row were not answered, so you get none until you answer one or are back.',
  back: 'I am back',
  notAway: 'I will not be away',
  today: 'Pause for today',
  todayHint: 'No lead comes until midnight.',
  away: 'Be away',
  zone: (zone: string) => `Times are those of ${zone}.`,
  from: 'From',
  fromHint: '(now, if left empty)',
  to: 'To',
  toHint: '(leads come again from then on)',
  set: 'Set',
  giveBack: (count: number) =>
    count === 1
      ? 'Give back the lead that waits for my answer'
      : `Give back the ${count} leads that wait for my answer`,
  giveBackHint: 'At once, to somebody else. Leads that you have accepted stay yours.',
  problems: absenceProblems,
};

const answerLost = 'Your answer was not recorded.';

const notices: Readonly<Record<Notice, { readonly title: string; readonly text: string }>> = {
  unknown: {
    title: 'This link opens no lead',
    text: 'Part of it may have been lost on the way. Please open it once more from the newest message that you got.',
  },
  expired: {
    title: 'This link has expired',
    text: 'Links work for 30 days. If the lead is still yours, please answer in the CRM.',
  },
  'given-back': {
    title: 'You gave this lead back',
    text: 'Your reason is recorded and has been acted on. Nothing is left for you to do.',
  },
  'ran-out': {
    title: 'This lead was taken back',
    text: 'Nothing was heard within the agreed time, so it was passed on. This can happen to anybody. Nothing is left for you to do.',
  },
  settled: {
    title: 'This lead has its outcome',
    text: 'The outcome is recorded. Thank you. Nothing is left for you to do here.',
  },
  recycled: {
    title: 'This lead is back with marketing',
    text: 'They keep in touch with it, and it comes back to sales when the time is right. Nothing is left for you to do.',
  },
  'all-done': {
    title: 'Nothing is left to do here',
    text: 'Each of these leads is answered for or has gone to somebody else. What comes to you next brings a new link.',
  },
  'moved-on': {
    title: 'This lead is not yours any more',
    text: 'It has gone to somebody else or has come to an end. If it comes to you again, you get a new link.',
  },
  'cycle-over': {
    title: 'Nothing is left to decide here',
    text: 'The lead has come to an end, or a new cycle of it has begun. If you are needed again, you get a new link.',
  },
  'no-such-page': {
    title: 'There is no page here',
    text: 'Please open the link from the message that you got.',
  },
  'wrong-method': {
    title: 'That is not possible here',
    text: 'A lead can be looked at and answered, and nothing else. Please open the link from the message that you got.',
  },
  failure: {
    title: 'Something went wrong on our side',
    text: 'Please try again in a minute. If you have just answered, the page then says whether the answer was recorded.',
  },
};

/** Every text of the pages. This one says what each language has to have. */
export const en = {
  frame,
  due,
  time,
  headings,
  states,
  answers,
  follows,
  answer,
  problems,
  who,
  story,
  list,
  myLeads,
  absence,
  answerLost,
  notices,
};

export type PageTexts = typeof en;

import type { MemoryAccount } from '../../shared/adapters/memory/memory-account.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { FactType } from '../../shared/domain/vocabulary/fact-types.ts';
import type { Purpose } from '../../shared/domain/vocabulary/purposes.ts';

/** Minutes after nine o'clock on a Monday, UTC. */
export type Minute = number;

/** What somebody outside does. */
export type Deed =
  | { readonly do: 'event'; readonly type: string; readonly data: object; readonly occurredAt?: Minute }
  /** A line that is no event. */
  | { readonly do: 'line'; readonly text: string; readonly detailType: string }
  /** A form that a rep sends from the page of the latest link of a message with this purpose. */
  | {
      readonly do: 'form';
      readonly rep: string;
      readonly purpose: Purpose;
      readonly form: Readonly<Record<string, string>>;
      /** Behind the link's path. */
      readonly page?: string;
    }
  /** A rep asks for a link to the figures. */
  | { readonly do: 'figures'; readonly rep: string }
  | { readonly do: 'text'; readonly rep: string; readonly text: string }
  /** What the account answers from now on is what it answered before, but for this. */
  | { readonly do: 'account'; readonly is: Partial<MemoryAccount> }
  /** Every mail that has gone to the rep comes back, and SES sends them no other. */
  | { readonly do: 'mail-back'; readonly rep: string }
  /** A rep accepts by the button of the latest message in Slack that has one. */
  | { readonly do: 'press'; readonly rep: string }
  /** The hour has come at which check-reach asks it. */
  | { readonly do: 'check' }
  /** A quarter of an hour is over, and mail-figures is asked. */
  | { readonly do: 'mail' };

export interface Step {
  readonly at: Minute;
  readonly deed: Deed;
}

/** A story that the sweep plays again and again, with something else going wrong each time. */
export interface Flow {
  readonly name: string;
  readonly agreement: Agreement;
  readonly steps: readonly Step[];
  /** Facts without which the flow would not be about what its name says; checked where nothing goes wrong. */
  readonly comesTo: readonly FactType[];
}

export const event = (at: Minute, type: string, data: object, occurredAt?: Minute): Step => ({
  at,
  deed: { do: 'event', type, data, ...(occurredAt === undefined ? {} : { occurredAt }) },
});

/** A capture that is hot and complete, unless the data says otherwise. */
export const capture = (at: Minute, email: string, data: object = {}): Step =>
  event(at, 'LeadCaptured', { person: { email }, company: { name: 'Acme', employees: 500 }, ...data });

export const activity = (at: Minute, email: string, kind: string): Step =>
  event(at, 'LeadActivityRecorded', { email, kind });

export const accept = (at: Minute, email: string, repId?: string): Step =>
  event(at, 'RepAnswered', { email, answer: 'accept', ...(repId === undefined ? {} : { repId }) });

export const reject = (at: Minute, email: string, reason: string, repId?: string): Step =>
  event(at, 'RepAnswered', { email, answer: 'reject', reason, ...(repId === undefined ? {} : { repId }) });

export const contacted = (at: Minute, email: string): Step => event(at, 'LeadContacted', { email });
export const closed = (at: Minute, email: string, outcome: string): Step => event(at, 'LeadClosed', { email, outcome });

export const away = (at: Minute, repId: string, data: object = {}): Step =>
  event(at, 'RepAvailabilityChanged', { repId, state: 'away', ...data });
export const back = (at: Minute, repId: string): Step => event(at, 'RepAvailabilityChanged', { repId, state: 'back' });

/** The owner answers on the page behind the alert's link. */
export const page = (at: Minute, rep: string, form: Readonly<Record<string, string>>): Step => ({
  at,
  deed: { do: 'form', rep, purpose: 'alert', form },
});

export const text = (at: Minute, rep: string, words: string): Step => ({
  at,
  deed: { do: 'text', rep, text: words },
});

export const askForFigures = (at: Minute, rep: string): Step => ({ at, deed: { do: 'figures', rep } });
export const account = (at: Minute, is: Partial<MemoryAccount>): Step => ({ at, deed: { do: 'account', is } });
export const mailBack = (at: Minute, rep: string): Step => ({ at, deed: { do: 'mail-back', rep } });
export const press = (at: Minute, rep: string): Step => ({ at, deed: { do: 'press', rep } });
export const check = (at: Minute): Step => ({ at, deed: { do: 'check' } });
export const mail = (at: Minute): Step => ({ at, deed: { do: 'mail' } });

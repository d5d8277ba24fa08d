import type { Agreement } from '../agreement/agreement.ts';
import { MARKETING } from '../alert/delivery/inbox.ts';
import type { ReportScope } from '../measures/terms.ts';
import { HOUR_MS } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';

/** Days that somebody may see, from 1970-01-01, both included; without `to` until the pass is over. */
export interface PassDays {
  readonly from: number;
  readonly to?: number;
}

/** What a link to the figures opens. Nothing in its address can make it more. */
export interface Pass extends PassDays {
  /** A rep's id, or `MARKETING`. */
  readonly reader: string;
  /** Whose leads alone it shows; absent where it shows those of all. */
  readonly rep?: string;
  readonly expiresAt: Instant;
}

/** Somebody of the agreement who may see figures. */
export type Reader = Pick<Pass, 'reader' | 'rep'>;

/** A link is for the day on which it was asked for. */
const PASS_MS = 8 * HOUR_MS;

/** As many days as are shown unless the reader asks for others: a quarter. */
const USUAL_DAYS = 91;

const isManager = ({ territories, reps }: Agreement, rep: string): boolean =>
  territories.some(({ manager }) => manager === rep) || Object.values(reps).some(({ manager }) => manager === rep);

/** Everybody of the agreement, by their addresses. Managers and marketing see all, reps what is theirs. */
export const readersOf = (agreement: Agreement): readonly (Reader & { readonly email: string })[] => {
  const { email } = agreement.sla.marketing ?? {};
  return [
    ...Object.values(agreement.reps).map((rep) => ({
      reader: rep.id,
      email: rep.email,
      ...(isManager(agreement, rep.id) ? {} : { rep: rep.id }),
    })),
    ...(email === undefined ? [] : [{ reader: MARKETING, email }]),
  ];
};

/** Whose an address of the agreement is; undefined for those of nobody. */
export const readerOf = (agreement: Agreement, isAddress: (email: string) => boolean): Reader | undefined => {
  const found = readersOf(agreement).find(({ email }) => isAddress(email));
  if (found === undefined) return undefined;
  const { email: _, ...reader } = found;
  return reader;
};

/** Whether its reader would still get the same: who left, or manages nobody any more, sees nothing by an older link. */
export const isStillDue = (pass: Pass, agreement: Agreement): boolean =>
  readersOf(agreement).some(({ reader, rep }) => reader === pass.reader && rep === pass.rep);

/** The last quarter, unless other days were asked for. */
export const daysFor = ({ from, to }: Partial<PassDays>, today: number): PassDays => ({
  from: from ?? (to ?? today) - USUAL_DAYS + 1,
  ...(to === undefined ? {} : { to }),
});

export const passFor = (reader: Reader, days: PassDays, now: Instant): Pass => ({
  ...reader,
  ...days,
  expiresAt: now + PASS_MS,
});

/** What was asked for, as far as the pass goes: other days than its own are none, and other reps' leads are not shown. */
export const scopeWithin = (pass: Pick<Pass, 'rep'> & Partial<PassDays>, asked: ReportScope): ReportScope => {
  const from = Math.max(asked.from ?? Number.NEGATIVE_INFINITY, pass.from ?? Number.NEGATIVE_INFINITY);
  const to = Math.min(asked.to ?? Number.POSITIVE_INFINITY, pass.to ?? Number.POSITIVE_INFINITY);
  const days = from > to ? { from: pass.from, to: pass.to } : { from, to };
  const { from: _, to: __, ...others } = asked;
  return {
    ...others,
    ...(days.from === undefined || !Number.isFinite(days.from) ? {} : { from: days.from }),
    ...(days.to === undefined || !Number.isFinite(days.to) ? {} : { to: days.to }),
    ...(pass.rep === undefined ? {} : { rep: pass.rep }),
  };
};

/** Nobody needs more in an hour; whoever asks in somebody's name shall not fill their mailbox. */
const MOST_AN_HOUR = 3;

/** Names of the passes that a reader may have within this hour of the clock: each is given once. */
export const placesOf = ({ reader }: Reader, now: Instant): readonly string[] =>
  Array.from({ length: MOST_AN_HOUR }, (_, place) => `pass ${reader} ${Math.floor(now / HOUR_MS)} ${place}`);

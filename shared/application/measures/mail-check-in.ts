import type { Rep } from '../../domain/agreement/agreement.ts';
import { failingChannels, type KnownReach } from '../../domain/alert/reach/failing-channels.ts';
import { repsToReach } from '../../domain/alert/reach/who-is-told.ts';
import { button, mailText } from '../../domain/mail/mail.ts';
import { checkInOf, hasCheckIn, lastCheckIn } from '../../domain/measures/check-in.ts';
import { checkInText } from '../../domain/measures/check-in-text.ts';
import type { Measured } from '../../domain/measures/report.ts';
import { daysFor, passFor, type Reader, readersOf } from '../../domain/pass/pass.ts';
import { DAY_MS } from '../../domain/time/durations.ts';
import { localDay } from '../../domain/time/zone.ts';
import type { FiguresPorts } from '../../ports/ports.ts';
import { loadAll } from '../documents/load-all.ts';
import { receiptKey, receiptOf } from '../documents/receipts.ts';
import { reachKey } from '../reach/known-reach.ts';
import { keptIn } from './kept-figures.ts';
import { mailReader } from './mail-reader.ts';

/** A check-in that could not be mailed for so long is of no use any more. */
const TOO_LATE_MS = DAY_MS;

interface Due {
  readonly reader: Reader & { readonly email: string };
  readonly monday: number;
  readonly told: Told;
}

/** What the check-in tells of. */
interface Told {
  readonly measured: Measured;
  /** Of everybody who may be alerted. */
  readonly reaches: readonly (KnownReach & { readonly rep: Rep })[];
}

const toldNow = async ({ measured, rules, store }: FiguresPorts): Promise<Told> => {
  const reps = repsToReach(rules.agreement);
  const known = await loadAll(
    store,
    reps.map(({ id }) => reachKey(id)),
  );
  const reaches = reps.flatMap((rep) => {
    const reach = known.get(reachKey(rep.id))?.value;
    return reach === undefined ? [] : [{ rep, reach }];
  });
  return { measured: await keptIn(measured), reaches };
};

/** For a reader of the check-in: a link to the figures of the last quarter, as if they had asked for one. */
const linkFor = async (reader: Reader, ports: FiguresPorts): Promise<string> => {
  const { store, ids, time, terms, pageBase } = ports;
  const now = time.now();
  const pass = passFor(reader, daysFor({}, localDay(terms.zone, now)), now);
  const { token, hash } = ids.capability();
  await store.commit([{ key: { type: 'pass', id: hash }, expectedVersion: 0, value: pass, expiresAt: pass.expiresAt }]);
  return `${pageBase}${token}`;
};

const mailOne = async ({ reader: { email, ...reader }, monday, told }: Due, ports: FiguresPorts): Promise<void> => {
  const { rules, terms } = ports;
  const scope = { monday, ...(reader.rep === undefined ? {} : { rep: reader.rep }) };
  const checkIn = checkInOf(told.measured, rules.agreement, terms, scope);
  const { subject, sections } = checkInText(checkIn, reader.rep !== undefined);
  // A rep hears of no other's.
  const failing = failingChannels(told.reaches.filter(({ rep }) => reader.rep === undefined || rep.id === reader.rep));
  const link = await linkFor(reader, ports);
  const all = ['All figures, for eight hours, for whoever has the link:', button('Open the figures', link, link)];
  const mail = mailText(subject, 'en', [...sections, ...failing, all]);
  await mailReader(reader, { to: email, ...mail }, ports);
};

/**
 * Mails the check-in of last week to both teams once its hour has come, each reader once. Whoever was told before a failure
 * is not told again by the next try, but for one whose mail went out and was not noted.
 */
export const mailCheckIn = async (ports: FiguresPorts): Promise<void> => {
  const { rules, terms, store, time } = ports;
  const now = time.now();
  const { at, monday } = lastCheckIn(terms, now);
  if (!hasCheckIn(rules.agreement, terms) || now - at > TOO_LATE_MS) return;
  let told: Told | undefined;
  for (const reader of readersOf(rules.agreement)) {
    const key = receiptKey(`check-in ${reader.reader} ${monday}`);
    if ((await store.load([key])).get(key) !== undefined) continue;
    told ??= await toldNow(ports);
    await mailOne({ reader, monday, told }, ports);
    await store.commit([receiptOf(key, time.now())]);
  }
};

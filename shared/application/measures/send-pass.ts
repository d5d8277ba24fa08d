import type { Order } from '../../contracts/http/figures-request.ts';
import { button, type MailText, mailText } from '../../domain/mail/mail.ts';
import { daysFor, type Pass, passFor, placesOf, type Reader, readerOf } from '../../domain/pass/pass.ts';
import { dateOf, localDay } from '../../domain/time/zone.ts';
import { readEmailAddress } from '../../fields/email-address.ts';
import type { FiguresPorts } from '../../ports/ports.ts';
import { receiptKey, receiptOf } from '../documents/receipts.ts';
import { retryOnConflict } from '../documents/retry-on-conflict.ts';
import { mailReader } from './mail-reader.ts';

const identityOf = (email: string): string | undefined => {
  const reading = readEmailAddress(email);
  return 'value' in reading ? reading.value.identity : undefined;
};

/** Whose an address is, in whatever form it was written. */
export const whoHas = (email: string, { rules }: Pick<FiguresPorts, 'rules'>): Reader | undefined => {
  const asked = identityOf(email);
  return asked === undefined ? undefined : readerOf(rules.agreement, (known) => identityOf(known) === asked);
};

export const PASS_SUBJECT = 'Your link to the figures';

const daysText = ({ from, to }: Pass): string =>
  to === undefined ? `from ${dateOf(from)} on` : `from ${dateOf(from)} to ${dateOf(to)}`;

const mailOf = (pass: Pass, link: string): MailText =>
  mailText(PASS_SUBJECT, 'en', [
    [`Here are the figures ${daysText(pass)}${pass.rep === undefined ? '' : ', of your leads'}:`],
    [button('Open the figures', link, link)],
    [
      'The link works for eight hours, for whoever has it: do not pass it on. If you did not ask for it, you need not do anything.',
    ],
  ]);

/** Makes a pass, unless its reader had all that an hour has. */
const keepPass = async (pass: Pass, ports: FiguresPorts): Promise<string | undefined> => {
  const { store, ids, time } = ports;
  const { token, hash } = ids.capability();
  const { expiresAt } = pass;
  const write = { key: { type: 'pass', id: hash } as const, expectedVersion: 0, value: pass, expiresAt };
  let isKept = false;
  await retryOnConflict('a pass to the figures', ports, async () => {
    const now = time.now();
    const places = placesOf(pass, now).map(receiptKey);
    const taken = await store.load(places);
    const place = places.find((key) => taken.get(key) === undefined);
    isKept = place !== undefined;
    return place === undefined ? 'ok' : store.commit([write, receiptOf(place, now)]);
  });
  return isKept ? token : undefined;
};

/** Sends a link to the figures to whoever asked for one, if the agreement names them. Nobody is told whether it does. */
export const sendPass = async ({ email, days }: Order, ports: FiguresPorts): Promise<void> => {
  const { observer, time, terms, pageBase } = ports;
  const reader = whoHas(email, ports);
  if (reader === undefined) return observer.count('PassRefused');
  const now = time.now();
  const pass = passFor(reader, daysFor(days, localDay(terms.zone, now)), now);
  const token = await keepPass(pass, ports);
  if (token === undefined) return observer.count('PassRefused');
  await mailReader(reader, { to: email, ...mailOf(pass, `${pageBase}${token}`) }, ports);
};

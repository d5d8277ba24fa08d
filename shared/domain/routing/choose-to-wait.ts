import type { UndecidedRecord } from '../lead/decision-record.ts';
import type { Availability } from './availability.ts';
import type { WaitChoice } from './choice.ts';
import type { AccountOwner } from './choose-account-owner.ts';
import type { OnCallAnswer } from './choose-on-call.ts';
import type { Candidate } from './make-record.ts';

type Later = Extract<Availability, { can: 'later' }>;

const isLater = (a: Availability): a is Later => a.can === 'later';

/** Who was asked beside the teams. */
interface AskedBeside {
  readonly account: AccountOwner | undefined;
  readonly onCall: OnCallAnswer;
}

/** Waits for whoever can take the lead later, if anybody can: until the first instant at which it is worth asking again. */
export const chooseToWait = (
  passedOver: readonly Candidate[],
  { account, onCall }: AskedBeside,
  record: UndecidedRecord,
): WaitChoice | undefined => {
  const ofTeams = passedOver.map(({ availability }) => availability).filter(isLater);
  const ofAccount = account !== undefined && isLater(account.availability) ? account.availability : undefined;
  const later = [...ofTeams, ...(ofAccount === undefined ? [] : [ofAccount])];
  if (later.length === 0 && onCall.until === undefined) return undefined;
  const until = Math.min(...[...later, onCall].map((a) => a.until ?? Number.POSITIVE_INFINITY));
  const isFull = later.some(({ why }) => why === 'full' || why === 'full-today');
  const wasAsked = passedOver.some(({ member }) => member.rep === account?.rep.id);
  const awaits = ofAccount?.until === undefined && ofAccount !== undefined && !wasAsked ? account?.rep.id : undefined;
  return {
    kind: 'wait',
    why: isFull ? 'everybody-full' : 'nobody-at-work',
    record,
    ...(until === Number.POSITIVE_INFINITY ? {} : { until }),
    ...(awaits === undefined ? {} : { awaits }),
  };
};

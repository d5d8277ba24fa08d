import type { InboundOf } from '../../contracts/events/read-inbound.ts';
import {
  type AvailabilityCommand,
  type AvailabilityRefusal,
  refusalOf,
} from '../../domain/routing/change-availability.ts';
import type { DecisionPorts } from '../../ports/ports.ts';
import { refuseData } from '../answering/answer-by-event.ts';
import type { Applied, Arrival } from '../receive-inbound.ts';
import { changeRep } from './change-rep.ts';

const PROBLEMS: Readonly<Record<AvailabilityRefusal, string>> = {
  over: 'is over already',
  'ends-before-it-begins': 'is not after from',
  'too-long': 'is more than two years ahead',
};

/** RepAvailabilityChanged, such as of a calendar or a CRM. */
export const changeByEvent = async (
  { id, occurredAt, data }: InboundOf<'RepAvailabilityChanged'>,
  { receipt, now }: Arrival,
  { store, rules }: DecisionPorts,
): Promise<Applied> => {
  const { repId: rep } = data;
  if (rules.agreement.reps[rep] === undefined) return refuseData('repId', 'no rep of the agreement');
  const saidAt = Math.min(occurredAt, now);
  const command: AvailabilityCommand =
    data.state === 'back'
      ? { state: 'back' }
      : {
          state: 'away',
          from: data.from ?? saidAt,
          ...(data.to === undefined ? {} : { to: data.to }),
          giveBack: data.giveBack,
        };
  const refused = refusalOf(command, now);
  if (refused !== undefined) return refuseData('to', PROBLEMS[refused]);
  const { writes } = await changeRep(store, { rep, command, saidAt, cause: { id }, now });
  return store.commit([...writes, receipt]);
};

import type { Instant } from '../../domain/time/instant.ts';
import { AVAILABILITY_STATES } from '../../domain/vocabulary/availability-states.ts';
import { readInstant } from '../../fields/instant.ts';
import { ANSWER_READERS, readOneOf } from './field-readers.ts';
import { own, type Tree } from './json-tree.ts';
import type { Notes } from './notes.ts';
import { type DataReading, refusedAt } from './read-capture.ts';

export type AvailabilityData =
  | { readonly repId: string; readonly state: 'back' }
  | {
      readonly repId: string;
      readonly state: 'away';
      readonly from?: Instant;
      readonly to?: Instant;
      readonly giveBack: boolean;
    };

const readState = readOneOf(AVAILABILITY_STATES);

/** Without an end that was meant to be one, an absence would last for ever: what cannot be read is refused. */
export const readAvailability = (data: Tree, notes: Notes): DataReading<AvailabilityData> => {
  const repId = notes.take('repId', ANSWER_READERS.repId(own(data, 'repId')));
  if (repId === undefined) return refusedAt('repId', 'a rep must be given');
  const state = readState(own(data, 'state'));
  if (!('value' in state)) return refusedAt('state', `must be one of ${AVAILABILITY_STATES.join(', ')}`);
  if (state.value === 'back') return { read: () => ({ repId, state: 'back' }) };
  const ends: { from?: Instant; to?: Instant } = {};
  for (const name of ['from', 'to'] as const) {
    const reading = readInstant(own(data, name));
    if ('problem' in reading) return refusedAt(name, reading.problem);
    if ('value' in reading) ends[name] = reading.value;
  }
  const giveBack = notes.take('giveBack', ANSWER_READERS.giveBack(own(data, 'giveBack'))) ?? false;
  return { read: () => ({ repId, state: 'away', ...ends, giveBack }) };
};

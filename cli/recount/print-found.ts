import type { CountersRecounted, FoundDocument } from '../../shared/application/recounting/recount-counters.ts';
import { counted as countOf } from '../../shared/domain/language/counted.ts';
import { COUNTER_WORDS, type Difference } from '../../shared/domain/recount/difference.ts';

export const foundJson = ({ key, state, differences }: FoundDocument) => ({
  document: key.type,
  id: key.id,
  state,
  differences,
});

const STATE_WORDS: Readonly<Record<FoundDocument['state'], string>> = {
  off: '',
  repaired: '; repaired',
  unsettled: '; it changes too often to be sure',
};

const valueText = (value: Difference['kept']): string => {
  if (value === null) return 'nobody';
  if (typeof value !== 'object') return String(value);
  if (value.length === 0) return 'none';
  return value.map((one) => (typeof one === 'string' ? one : `${one.leadId} of ${one.rep}`)).join(', ');
};

/** One for each counter that differs. */
export const foundLines = ({ key, state, differences }: FoundDocument): readonly string[] =>
  differences.map(
    ({ counter, kept, counted }) =>
      `${COUNTER_WORDS[counter]} of ${key.type} ${key.id}: kept ${valueText(kept)}, counted ${valueText(counted)}${STATE_WORDS[state]}`,
  );

/** `2 off`, or that all is well, and what was counted. */
export const howTheyStand = ({ reps, accounts, openLeads, found }: CountersRecounted): string => {
  const of = (state: FoundDocument['state']): number => found.filter((one) => one.state === state).length;
  const states = [
    [of('off'), 'off'],
    [of('repaired'), 'repaired'],
    [of('unsettled'), 'not settled: run it again when less happens'],
  ] as const;
  const told = states.filter(([many]) => many > 0).map(([many, words]) => `${many} ${words}`);
  const all = `${countOf(reps, 'rep')} and ${countOf(accounts, 'account')} by ${countOf(openLeads, 'open lead')}`;
  return `${all}: ${told.length === 0 ? 'all as the leads say' : told.join(', ')}`;
};

import type { Agreement, Rep } from '../../shared/domain/agreement/agreement.ts';
import { MARKETING } from '../../shared/domain/alert/delivery/inbox.ts';
import { CHANNEL_NAMES, type Channel } from '../../shared/domain/vocabulary/channels.ts';
import { CHANNEL_CHECKS } from './channels/channel-checks.ts';
import { emailStanding } from './channels/email.ts';
import type { Standing } from './channels/standing.ts';
import type { Facts } from './facts.ts';
import { DOCTOR_PAGE, type Finding } from './finding.ts';

/** Whoever may be alerted: the teams, their managers and whoever those report to, in the order of the agreement. */
export const repsToReach = ({ territories, reps }: Agreement): readonly Rep[] => {
  const wanted = new Set<string>();
  const want = (id: string | undefined): void => {
    if (id === undefined || wanted.has(id)) return;
    wanted.add(id);
    want(reps[id]?.manager);
  };
  for (const { team } of territories) for (const { rep } of team) want(rep);
  return Object.values(reps).filter(({ id }) => wanted.has(id));
};

type Held = readonly [channel: Channel, standing: Standing];

const wrong = (held: readonly Held[]): string =>
  held
    .flatMap(([channel, standing]) => {
      if (standing.state === 'works') return [];
      return [`${standing.state === 'fails' ? 'no' : 'perhaps no'} ${CHANNEL_NAMES[channel]}, as ${standing.why}`];
    })
    .join('; ');

const remedies = (held: readonly Held[]): string => {
  const todo = held.flatMap(([, standing]) => (standing.state === 'fails' ? [standing.todo] : []));
  return todo.length === 0 ? 'See the warnings below' : todo.join('. Or: ');
};

const diagnoseRep = (rep: Rep, facts: Facts): readonly Finding[] => {
  const { id, name, channels } = rep;
  const held = channels.map((channel): Held => [channel, CHANNEL_CHECKS[channel].standing(rep, facts)]);
  const about = { check: 'rep', about: id } as const;
  const working = held.filter(([, { state }]) => state === 'works').map(([channel]) => CHANNEL_NAMES[channel]);
  if (working.length > 0) {
    const own = held.filter(([, standing]) => standing.state === 'fails' && !standing.ofAccount);
    if (own.length === 0) return [];
    const says = `${name} (${id}) gets ${wrong(own)}; ${working.join(', ')} works`;
    return [{ ...about, severity: 'warning', says, todo: remedies(own), see: `${DOCTOR_PAGE}#a-channel-fails` }];
  }
  const sure = held.every(([, { state }]) => state === 'fails');
  const says = `${name} (${id}) ${sure ? 'cannot be reached' : 'may not be reached'}: ${wrong(held)}`;
  return [{ ...about, severity: 'problem', says, todo: remedies(held), see: `${DOCTOR_PAGE}#a-rep-cannot-be-reached` }];
};

/** Whose topics are asked about: those of the reps, and marketing's where it has an address. */
export const recipients = (agreement: Agreement): readonly string[] => [
  ...repsToReach(agreement).map(({ id }) => id),
  ...(agreement.sla.marketing?.email === undefined ? [] : [MARKETING]),
];

/** Marketing that hears of no rejection is no rep who is not reached. */
export const diagnoseMarketing = ({ sla }: Agreement, { topics }: Facts): readonly Finding[] => {
  const email = sla.marketing?.email;
  if (email === undefined) return [];
  const standing = emailStanding({ id: MARKETING, email, name: 'marketing' }, topics);
  if (standing.state !== 'fails') return [];
  const says = `Marketing hears of no rejection: ${standing.why}`;
  return [
    { check: 'marketing', severity: 'warning', says, todo: standing.todo, see: `${DOCTOR_PAGE}#a-channel-fails` },
  ];
};

/** A rep whom no channel is known to reach is a problem; a channel that fails beside one that works is none. */
export const diagnoseReps = (reps: readonly Rep[], facts: Facts): readonly Finding[] =>
  reps.flatMap((rep) => diagnoseRep(rep, facts));

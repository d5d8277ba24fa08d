import type { Agreement, Rep } from '../../shared/domain/agreement/agreement.ts';
import { emailStanding } from '../../shared/domain/alert/channels/email/email-standing.ts';
import { REACH_RULES } from '../../shared/domain/alert/channels/reach-rules.ts';
import { MARKETING } from '../../shared/domain/alert/delivery/inbox.ts';
import { topicOf } from '../../shared/domain/alert/reach/account.ts';
import type { Standing } from '../../shared/domain/alert/reach/standing.ts';
import { strangersOn } from '../../shared/domain/alert/reach/strangers.ts';
import { counted } from '../../shared/domain/language/counted.ts';
import { CHANNEL_NAMES, type Channel } from '../../shared/domain/vocabulary/channels.ts';
import { CHANNEL_CHECKS } from './channels/channel-checks.ts';
import { type Concerned, FAILURE_WORDS } from './channels/failures.ts';
import type { Facts } from './facts.ts';
import { DOCTOR_PAGE, type Finding } from './finding.ts';

type Held = readonly [channel: Channel, standing: Standing];

const whyOf = (channel: Channel, standing: Exclude<Standing, { state: 'works' }>): string =>
  standing.state === 'fails' ? FAILURE_WORDS[standing.reason].why : CHANNEL_CHECKS[channel].unsure[standing.why];

const wrong = (held: readonly Held[]): string =>
  held
    .flatMap(([channel, standing]) => {
      if (standing.state === 'works') return [];
      const none = standing.state === 'fails' ? 'no' : 'perhaps no';
      return [`${none} ${CHANNEL_NAMES[channel]}, as ${whyOf(channel, standing)}`];
    })
    .join('; ');

const remedies = (held: readonly Held[], concerned: Concerned): string => {
  const todo = held.flatMap(([, standing]) =>
    standing.state === 'fails' ? [FAILURE_WORDS[standing.reason].todo(concerned)] : [],
  );
  return todo.length === 0 ? 'See the warnings below' : todo.join('. Or: ');
};

const concernedBy = ({ id, name }: Pick<Rep, 'id' | 'name'>, facts: Facts): Concerned => ({
  name,
  topicArn: topicOf(facts, id)?.arn,
});

const diagnoseRep = (rep: Rep, facts: Facts): readonly Finding[] => {
  const { id, name, channels } = rep;
  const held = channels.map((channel): Held => [channel, REACH_RULES[channel].standing(rep, facts)]);
  const about = { check: 'rep', about: id } as const;
  const concerned = concernedBy(rep, facts);
  const working = held.filter(([, { state }]) => state === 'works').map(([channel]) => CHANNEL_NAMES[channel]);
  if (working.length > 0) {
    const own = held.filter(
      ([, standing]) => standing.state === 'fails' && FAILURE_WORDS[standing.reason].ofAccount !== true,
    );
    if (own.length === 0) return [];
    const says = `${name} (${id}) gets ${wrong(own)}; ${working.join(', ')} works`;
    const todo = remedies(own, concerned);
    return [{ ...about, severity: 'warning', says, todo, see: `${DOCTOR_PAGE}#a-channel-fails` }];
  }
  const sure = held.every(([, { state }]) => state === 'fails');
  const says = `${name} (${id}) ${sure ? 'cannot be reached' : 'may not be reached'}: ${wrong(held)}`;
  const todo = remedies(held, concerned);
  return [{ ...about, severity: 'problem', says, todo, see: `${DOCTOR_PAGE}#a-rep-cannot-be-reached` }];
};

/** Marketing that hears of no rejection is no rep who is not reached. It is told by e-mail alone. */
export const diagnoseMarketing = ({ sla }: Agreement, facts: Facts): readonly Finding[] => {
  const email = sla.marketing?.email;
  if (email === undefined) return [];
  const standing = emailStanding({ id: MARKETING, email }, facts);
  if (standing.state !== 'fails') return [];
  const { why, todo } = FAILURE_WORDS[standing.reason];
  return [
    {
      check: 'marketing',
      severity: 'warning',
      says: `Marketing hears of no rejection: ${why}`,
      todo: todo(concernedBy({ id: MARKETING, name: 'marketing' }, facts)),
      see: `${DOCTOR_PAGE}#a-channel-fails`,
    },
  ];
};

const diagnoseStrangers = (rep: Rep, facts: Facts): readonly Finding[] => {
  const { confirmed, pending } = strangersOn(rep, facts);
  const count = confirmed + pending;
  if (count === 0) return [];
  const gets = confirmed > 0 ? `${confirmed} of them get the leads` : 'none of them is confirmed yet';
  return [
    {
      check: 'subscription',
      about: rep.id,
      severity: 'warning',
      says: `${counted(count, 'subscription')} of the topic of ${rep.name} (${rep.id}) that the agreement does not know: ${gets}`,
      todo: `Look at them (aws sns list-subscriptions-by-topic --topic-arn ${concernedBy(rep, facts).topicArn}), and end what nobody wants (aws sns unsubscribe)`,
      see: `${DOCTOR_PAGE}#a-stranger-is-subscribed`,
    },
  ];
};

/** A rep whom no channel is known to reach is a problem; a channel that fails beside one that works is none. */
export const diagnoseReps = (reps: readonly Rep[], facts: Facts): readonly Finding[] => [
  ...reps.flatMap((rep) => diagnoseRep(rep, facts)),
  ...reps.flatMap((rep) => diagnoseStrangers(rep, facts)),
];

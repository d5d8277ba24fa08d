import { ago } from '../../language/format.ts';
import { MESSAGES } from '../../language/messages/messages.ts';
import type { Instant } from '../../time/instant.ts';
import type { Handover } from './handover.ts';

/** A reason as a reader is told it. */
export interface ToldReason {
  readonly name: string;
  /** Absent where what made the lead hot counts nothing by itself. */
  readonly points?: number;
  /** Of what made the lead hot, when it was done. */
  readonly at?: Instant;
}

/** What made the lead hot, then the others, those that count most first. */
export const toldReasons = ({ trigger, reasons }: Pick<Handover, 'trigger' | 'reasons'>): readonly ToldReason[] => {
  const others = reasons.filter(({ name }) => name !== trigger?.name).toSorted((a, b) => b.points - a.points);
  if (trigger === undefined) return others;
  const { name, ...when } = trigger;
  const counted = reasons.find((reason) => reason.name === name);
  return [{ name, ...when, ...(counted === undefined ? {} : { points: counted.points }) }, ...others];
};

/** Such as `asked for a demo 4 minutes ago`. */
export const reasonWords = ({ name, at }: ToldReason, { to, now }: Pick<Handover, 'to' | 'now'>): string => {
  const { glance } = MESSAGES[to.language];
  return at === undefined ? name : glance.why(name, ago(now - at, to.language, 'long') ?? glance.justNow);
};

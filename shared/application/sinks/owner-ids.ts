import type { Rules } from '../../domain/rules.ts';
import type { CrmSink } from '../../domain/sink/sink.ts';
import { HOUR_MS, MINUTE_MS } from '../../domain/time/durations.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { TimeSource } from '../../ports/time-source.ts';
import type { Crm } from './crm.ts';

/** A rep who was found stays who they are; one who was not may be added there at any time. */
const FOUND_MS = HOUR_MS;
const MISSED_MS = 5 * MINUTE_MS;

export interface OwnerPorts {
  readonly rules: Pick<Rules, 'agreement'>;
  readonly time: Pick<TimeSource, 'now'>;
}

/** The CRM's id of a rep: as sinks.yaml has it, else whoever has the rep's address there. Asked once in a while. */
export type OwnerIdOf = <S extends CrmSink>(
  rep: string | undefined,
  sink: S,
  crm: Crm<S>,
) => Promise<string | undefined>;

export const ownerIds = ({ rules, time }: OwnerPorts): OwnerIdOf => {
  const known = new Map<string, { readonly id: string | undefined; readonly until: Instant }>();
  return async (rep, sink, crm) => {
    if (rep === undefined) return sink.nobody;
    const given = sink.reps[rep];
    const email = rules.agreement.reps[rep]?.email;
    if (given !== undefined || email === undefined) return given;
    const key = `${sink.name} ${email}`;
    const now = time.now();
    const before = known.get(key);
    if (before !== undefined && before.until > now) return before.id;
    const id = await crm.ownerOf(email, sink);
    known.set(key, { id, until: now + (id === undefined ? MISSED_MS : FOUND_MS) });
    return id;
  };
};

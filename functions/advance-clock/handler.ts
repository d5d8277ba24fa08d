import { recheckScore } from '../../shared/application/capturing/recheck-score.ts';
import { commitDecision } from '../../shared/application/documents/commit-decision.ts';
import { findLead } from '../../shared/application/documents/find-lead.ts';
import { retryOnConflict } from '../../shared/application/documents/retry-on-conflict.ts';
import { sqsHandler } from '../../shared/application/sqs-handler.ts';
import { type ClockAnswer, clockCall, clockMessage } from '../../shared/contracts/clock-wake.ts';
import { advanceLead } from '../../shared/domain/clock/advance.ts';
import { type ClockOf, clockDue, scoreRecheck } from '../../shared/domain/clock/next-recheck.ts';
import { type Instant, toIso } from '../../shared/domain/time/instant.ts';
import type { ClockPorts, DecisionPorts } from '../../shared/ports/ports.ts';

/** Does what is due of the lead; answers when the clock must wake again, if it must. */
const look = (leadId: string, clock: ClockOf | undefined, ports: DecisionPorts): Promise<Instant | 'done'> =>
  retryOnConflict('a recheck of a clock', ports, async () => {
    const found = await findLead(ports.store, leadId);
    if (found === undefined) return 'done';
    const now = ports.time.now();
    if (clock !== undefined && clockDue(found.lead, clock, now) === undefined) return 'done';
    if (scoreRecheck(found.lead) <= now) {
      return (await recheckScore(found, now, ports)) === 'conflict' ? 'conflict' : 'done';
    }
    const decision = advanceLead(found.lead, ports.rules, now);
    const id = clock === undefined ? 'look' : `clock ${clock.clause} ${clock.attempt}`;
    const made = { before: found, decision, cause: { id }, now };
    if ((await commitDecision(ports.store, made)) === 'conflict') return 'conflict';
    const next = clock === undefined ? undefined : clockDue(decision.lead, clock, now);
    // What is past and not done is of an owner who has lost the lead: routing tells it, should they keep the lead.
    return next === undefined || next <= now ? 'done' : next;
  });

/** A clock that has run to an instant of its clause, or a lead that watch-clocks found past due or asks for daily. */
export const recheckClock = sqsHandler<ClockPorts>(async ({ body }, ports) => {
  const { leadId, data } = clockMessage.parse(JSON.parse(body));
  const dueAt = await look(leadId, data, ports);
  if (data === undefined || dueAt === 'done') return;
  await ports.clocks.start({ leadId, clause: data.clause, attempt: data.attempt, dueAt });
});

/** The call of a clock that started before clocks sent messages: see `clockCall`. */
export const advanceClock =
  (ports: DecisionPorts) =>
  async (event: unknown): Promise<ClockAnswer> => {
    const { leadId, clock } = clockCall.parse(event);
    const dueAt = await look(leadId, clock, ports);
    return dueAt === 'done' ? { more: false } : { more: true, dueAt: toIso(dueAt) };
  };

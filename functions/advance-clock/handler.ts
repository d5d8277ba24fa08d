import { recheckScore } from '../../shared/application/capturing/recheck-score.ts';
import { commitDecision } from '../../shared/application/documents/commit-decision.ts';
import { findLead } from '../../shared/application/documents/find-lead.ts';
import { retryOnConflict } from '../../shared/application/documents/retry-on-conflict.ts';
import { sqsHandler } from '../../shared/application/sqs-handler.ts';
import { type ClockAnswer, type ClockCall, clockCall } from '../../shared/contracts/clock-wake.ts';
import { advanceLead } from '../../shared/domain/clock/advance.ts';
import { clockDue, scoreRecheck } from '../../shared/domain/clock/next-recheck.ts';
import { toIso } from '../../shared/domain/time/instant.ts';
import type { DecisionPorts } from '../../shared/ports/ports.ts';

const recheck = ({ leadId, clock }: ClockCall, ports: DecisionPorts): Promise<ClockAnswer> =>
  retryOnConflict('a recheck of a clock', ports, async () => {
    const found = await findLead(ports.store, leadId);
    if (found === undefined) return { more: false };
    const now = ports.time.now();
    if (clock !== undefined && clockDue(found.lead, clock, now) === undefined) return { more: false };
    if (scoreRecheck(found.lead) <= now) {
      return (await recheckScore(found, now, ports)) === 'conflict' ? 'conflict' : { more: false };
    }
    const decision = advanceLead(found.lead, ports.rules, now);
    const id = clock === undefined ? 'look' : `clock ${clock.clause} ${clock.attempt}`;
    const made = { before: found, decision, cause: { id }, now };
    if ((await commitDecision(ports.store, made)) === 'conflict') return 'conflict';
    const next = clock === undefined ? undefined : clockDue(decision.lead, clock, now);
    // What is past and not done is of an owner who has lost the lead: routing tells it, should they keep the lead.
    return next === undefined || next <= now ? { more: false } : { more: true, dueAt: toIso(next) };
  });

/** The state machine's call: a clause's clock has run to an instant, and the lead says what follows. */
export const advanceClock =
  (ports: DecisionPorts) =>
  (event: unknown): Promise<ClockAnswer> =>
    recheck(clockCall.parse(event), ports);

/** A lead that watch-clocks found past due, or that is rechecked daily: what is due is done, as for a clock's call. */
export const recheckClock = sqsHandler<DecisionPorts>(async ({ body }, ports) => {
  await recheck(clockCall.parse(JSON.parse(body)), ports);
});

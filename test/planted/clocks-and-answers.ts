import type { PlantedBug } from './planted-bug.ts';

/** Bugs in clocks, and in what answers and captures make of a lead. */
export const IN_CLOCKS_AND_ANSWERS: readonly PlantedBug[] = [
  {
    bug: 'a clock of a past attempt goes on',
    file: 'shared/domain/clock/next-recheck.ts',
    text: 'lead.clause?.name === clause && lead.owner.attempt === attempt;',
    planted: 'lead.clause?.name === clause;',
    foundBy: { test: 'test/unit/recheck.test.ts', title: 'wakes for its own clause and attempt alone' },
  },
  {
    bug: 'the clock of the clause that follows an answer is not set',
    file: 'shared/domain/answer/answer.ts',
    text: 'return { lead: next.lead, facts: [...facts, accepted, ...next.clock] };',
    planted: 'return { lead: next.lead, facts: [...facts, accepted] };',
    foundBy: {
      test: 'test/unit/answer.test.ts',
      title: 'runs the contact clause, and asks its owner for nothing else',
    },
  },
  {
    bug: 'nobody looks whether a lead that went back to be routed was routed',
    file: 'shared/domain/lead/leave-owner.ts',
    text: 'lookAt: now + ROUTING_GRACE_MS,',
    planted: 'lookAt: now + ROUTING_GRACE_MS * 1_440,',
    foundBy: { test: 'test/unit/leave-owner.test.ts', title: 'is checked a minute later' },
  },
  {
    bug: 'a promise is told as broken twice',
    file: 'shared/domain/clock/advance.ts',
    text: 'lead.clause === undefined || lead.clause.breached\n',
    planted: 'lead.clause === undefined\n',
    foundBy: {
      test: 'test/unit/answer.test.ts',
      title: 'late, after the clock has recorded it, breaks no promise again',
    },
  },
  {
    bug: 'an answer exactly at the deadline is late',
    file: 'shared/domain/answer/answer.ts',
    text: 'now <= lead.clause.dueAt) return',
    planted: 'now < lead.clause.dueAt) return',
    foundBy: { test: 'test/unit/answer.test.ts', title: 'at its deadline is in time' },
  },
  {
    bug: 'what occurs at the very instant of an end belongs to the cycle that has ended',
    file: 'shared/domain/capture/record-behaviour.ts',
    text: 'occurredAt < lead.endedAt ? lead',
    planted: 'occurredAt <= lead.endedAt ? lead',
    foundBy: { test: 'test/unit/boundaries.test.ts', title: 'begins its next cycle; what occurred before does not' },
  },
  {
    bug: 'an answer that overtook its capture is forgotten',
    file: 'shared/application/capturing/take-capture.ts',
    text: 'withEarly(taken, inTime, ports.rules, now)',
    planted: 'withEarly(taken, inTime.slice(inTime.length), ports.rules, now)',
    foundBy: {
      test: 'test/scenario/out-of-order.test.ts',
      title: 'waits for it, and nobody is alerted for a deal that is won',
    },
  },
  {
    bug: 'a change of owner undoes a later one',
    file: 'shared/domain/answer/change-owner.ts',
    text: 'if (occurredAt < knownSince(lead)) return unchanged;',
    planted: '',
    foundBy: {
      test: 'test/scenario/owner-change.test.ts',
      title: 'that occurred before the present owner had the lead changes nothing',
    },
  },
  {
    bug: 'a reply answers a lead of which its writer was told later',
    file: 'shared/domain/answer/settle-reply.ts',
    text: 'texts.filter((text) => text.at <= at)',
    planted: 'texts.filter((text) => text.at <= Math.max(at, text.at))',
    foundBy: { test: 'test/scenario/reply-again.test.ts', title: 'answers no lead of which its writer was told later' },
  },
  {
    bug: 'the receipt of a capture is not written',
    file: 'shared/application/capturing/take-capture.ts',
    text: 'const along = [receipt, ...identity,',
    planted: 'const along = [...identity,',
    foundBy: { flow: 'won', seed: 1, schedules: 200 },
  },
  {
    bug: 'bad input that is delivered twice is refused twice',
    file: 'shared/application/refuse.ts',
    text: "createHash('sha256').update(key)",
    planted: "createHash('sha256').update(key + now)",
    foundBy: { flow: 'refused', seed: 1, schedules: 100 },
  },
];

import type { PlantedBug } from './planted-bug.ts';

/** Bugs in who gets a lead, in which order, and what it costs them. */
export const IN_ROUTING: readonly PlantedBug[] = [
  {
    bug: 'a rejection for want of time is refunded',
    file: 'shared/domain/lead/refund.ts',
    text: "new Set(['no-time'])",
    planted: 'new Set<string>()',
    foundBy: {
      test: 'test/unit/boundaries.test.ts',
      title: 'gives back what the lead cost, unless the rep had no time',
    },
  },
  {
    bug: 'a refund is missed',
    file: 'shared/domain/effects/effects-of.ts',
    text: 'isRefunded: isRefunded(facts) }',
    planted: 'isRefunded: isRefunded(facts.slice(facts.length)) }',
    foundBy: { test: 'test/scenario/answers.test.ts', title: 'gives the share back where it was not for want of time' },
  },
  {
    bug: 'a lead that its last owner keeps is refunded each time that they reject it',
    file: 'shared/domain/answer/answer.ts',
    text: 'isRefundedFor(why.reason) ? withoutCharge(settled) : settled',
    planted: 'isRefundedFor(why.reason) && now < 0 ? withoutCharge(settled) : settled',
    foundBy: {
      test: 'test/scenario/waitlists.test.ts',
      title: 'gives back its share once, however often it is rejected',
    },
  },
  {
    bug: 'the cap of a day is that of Greenwich',
    file: 'shared/domain/routing/rep-load.ts',
    text: 'leadsOn(localDate(rep.schedule.zone, now), load);',
    planted: 'leadsOn(new Date(rep.id === undefined ? 0 : now).toISOString().slice(0, 10), load);',
    foundBy: { test: 'test/unit/boundaries.test.ts', title: 'counts the day of the rep, not that of Greenwich' },
  },
  {
    bug: 'a rep gets one lead more than their capacity',
    file: 'shared/domain/routing/rep-load.ts',
    text: 'load.open >= open) return',
    planted: 'load.open > open) return',
    foundBy: {
      test: 'test/scenario/routing.test.ts',
      title: 'thirty leads find their owner at opening, none above capacity',
    },
  },
  {
    bug: 'a lead that is over keeps its place with the rep',
    file: 'shared/domain/routing/rep-load.ts',
    text: 'open: Math.max(0, load.open - 1),',
    planted: 'open: Math.max(0, load.open),',
    foundBy: { test: 'test/scenario/routing.test.ts', title: 'is drained oldest first, one by one, as a rep is freed' },
  },
  {
    bug: 'whoever comes later overtakes the waitlist',
    file: 'shared/application/routing/load-routable.ts',
    text: 'a.lead.qualification.at - b.lead.qualification.at ||',
    planted: 'b.lead.qualification.at - a.lead.qualification.at ||',
    foundBy: { test: 'test/scenario/routing.test.ts', title: 'is drained oldest first, one by one, as a rep is freed' },
  },
  {
    bug: 'the table keeps a waitlist by the next look at a lead, not by how long it has waited',
    file: 'shared/adapters/aws/index-attributes.ts',
    text: 'toIso(routable.qualification.at)}#',
    planted: 'toIso(routable.lookAt)}#',
    foundBy: {
      test: 'test/unit/index-attributes.test.ts',
      title: 'say when to look and since when the lead is in line',
    },
  },
  {
    bug: 'the watch hides that it has failed',
    file: 'functions/watch-clocks/handler.ts',
    text: "if (!round.hasFailed()) observer.count('Heartbeat');",
    planted: "observer.count('Heartbeat');",
    foundBy: {
      test: 'test/scenario/stuck.test.ts',
      title: 'asks the other functions when the queue of one does not answer',
    },
  },
  {
    bug: 'what is stuck is never looked at again',
    file: 'functions/watch-clocks/handler.ts',
    text: 'for (const window of stuckWindows(now)) {',
    planted: 'for (const window of stuckWindows(now).slice(2)) {',
    foundBy: {
      test: 'test/scenario/stuck.test.ts',
      title: 'serves what came due lately first',
    },
  },
];

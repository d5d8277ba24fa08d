import type { DecisionRecord } from '../../domain/lead/decision-record.ts';
import type { FactEvent } from '../../domain/lead/fact-event.ts';
import type { Fact, Refused } from '../../domain/lead/facts.ts';
import type { RepFact } from '../../domain/lead/rep-facts.ts';
import { CHANNELS } from '../../domain/vocabulary/channels.ts';
import { CLAUSES, OWNER_CLAUSES, PARTIES } from '../../domain/vocabulary/clauses.ts';
import { COLD_KINDS } from '../../domain/vocabulary/cold-kinds.ts';
import { DECIDED_BY, DECIDED_BY_PEOPLE } from '../../domain/vocabulary/decided-by.ts';
import { EXCLUSIONS } from '../../domain/vocabulary/exclusions.ts';
import { GRADES } from '../../domain/vocabulary/grades.ts';
import { OUTCOMES } from '../../domain/vocabulary/outcomes.ts';
import { ALERTED_PURPOSES } from '../../domain/vocabulary/purposes.ts';
import { REJECT_ACTIONS } from '../../domain/vocabulary/reject-actions.ts';
import { STEPS } from '../../domain/vocabulary/steps.ts';
import { TOUCH_KINDS } from '../../domain/vocabulary/touch-kinds.ts';
import { WAITING_REASONS } from '../../domain/vocabulary/waiting-reasons.ts';
import { schemaOf } from '../documents/schema-of.ts';
import * as z from '../zod.ts';
import { instant, rep, repFactData } from './rep-facts.ts';
import { watchTriggered } from './watch-triggered.ts';

const points = z.number().check(z.describe('Points, rounded to 0.01'));
const lateBy = z
  .exactOptional(z.iso.duration())
  .check(z.describe('How late, as an ISO 8601 duration; absent if in time'));
const attempt = z
  .int()
  .check(z.nonnegative(), z.describe('The nth owner of the lead in this cycle; 0 before the first'));
const clause = z.enum(CLAUSES);
const reasons = z.array(z.object({ name: z.string(), points }));
const touches = z
  .array(
    z.object({
      kind: z.enum(TOUCH_KINDS),
      value: z.string().check(z.describe('The source or campaign that a form named, or the id of a content piece')),
      occurredAt: instant,
    }),
  )
  .check(z.describe('What may have moved the person, oldest first; of a visitor once it is known whose it was'));
const applied = z.boolean().check(z.describe('Whether it changed the lead; a late or repeated one does not'));

const doer = z
  .exactOptional(z.string())
  .check(z.describe('Who did it: the owner if it is applied, else whoever is named'));

const excludedRep = z.object({ rep, excluded: z.enum(EXCLUSIONS), until: z.exactOptional(instant) });

const undecided = z.object({
  matched: z.array(z.object({ field: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) })),
  reps: z.array(z.union([z.object({ rep, virtualTime: z.number() }), excludedRep])),
  others: z.record(z.string(), z.number()),
  account: z
    .exactOptional(excludedRep)
    .check(z.describe("The account's owner, if that is somebody who could not take it")),
  duty: z
    .exactOptional(z.object({ name: z.string(), passedOver: z.array(excludedRep) }))
    .check(z.describe('The on-call duty that was asked, and who of it could not take the lead')),
  unspokenLanguage: z
    .exactOptional(z.string())
    .check(z.describe("The lead's language, where nobody who was asked speaks it")),
  agreement: z.string().check(z.describe('SHA-256 of the agreement')),
});

const decision = schemaOf<DecisionRecord>()(
  z.extend(undecided, {
    by: z.enum(DECIDED_BY),
    changedBy: z
      .exactOptional(z.string())
      .check(z.describe('Who changed the owner, where a person did and that is told')),
    team: z.exactOptional(z.string()).check(z.describe('The territory whose team helped out')),
    startsAt: z.exactOptional(instant).check(z.describe('When the rep is next at work, where that is not now')),
  }),
);

/** The data of each fact that Golden Hour publishes. */
export const factData = {
  LeadFieldsIgnored: z.object({
    fields: z.array(
      z.object({
        path: z.string().check(z.describe('Dotted, as in the data of the event')),
        problem: z.string().check(z.describe('Why it was cut or left out, in words; never with the value')),
      }),
    ),
  }),
  LeadTouched: z.object({ touches }),
  LeadScored: z.object({
    score: points,
    fit: points,
    behaviour: points,
    grade: z.enum(GRADES),
    reasons,
    touches: z.exactOptional(touches),
  }),
  LeadQualified: z.object({
    score: points,
    reasons,
    by: z
      .exactOptional(z.enum(DECIDED_BY_PEOPLE))
      .check(z.describe('A person gave the lead to a rep before it was hot and complete')),
    heldOut: z
      .exactOptional(z.boolean())
      .check(z.describe('Whether it is held out from the rules of routing; absent where no lead was')),
    offered: z
      .exactOptional(z.array(z.string()))
      .check(z.describe('Pieces of content that a rep would be offered to send now, best first')),
    pages: z
      .exactOptional(z.array(z.string()))
      .check(z.describe('Host and path of pages that the lead has seen and that are in no catalogue, newest first')),
  }),
  LeadIncomplete: z.object({ score: points, missing: z.array(z.string()) }),
  LeadAssigned: z.object({
    rep,
    territory: z.string().check(z.describe('Empty where no territory takes the lead')),
    attempt,
    from: z.exactOptional(rep).check(z.describe('Who had the lead until then, where a person took it from them')),
    decision,
  }),
  LeadWaiting: z.object({
    why: z.enum(WAITING_REASONS),
    dueAt: instant,
    territory: z.string().check(z.describe('In whose line; empty where no territory takes the lead')),
    decision: undecided,
  }),
  ClockStarted: z.object({
    clause,
    attempt,
    dueAt: instant.check(z.describe('The first instant at which the clause asks for something')),
  }),
  RepAlerted: z.object({
    rep,
    purpose: z.enum(ALERTED_PURPOSES),
    channel: z.enum(CHANNELS),
    attempt,
    messageId: z.exactOptional(z.string()),
    failure: z.exactOptional(z.string()),
    happenings: z
      .exactOptional(z.int())
      .check(z.describe('Of a watch: how many WatchTriggered of the lead the message tells')),
    lateBy,
  }),
  LeadAccepted: z.object({ rep, attempt, lateBy }),
  LeadRejected: z.object({
    rep,
    reason: z.string(),
    note: z.exactOptional(z.string()),
    attempt,
    action: z.enum(REJECT_ACTIONS),
    missing: z
      .exactOptional(z.array(z.string()))
      .check(z.describe('Of a lead that goes back to marketing: paths of what it lacks')),
    lateBy,
  }),
  LeadEscalated: z.object({
    clause,
    step: z.enum(STEPS),
    attempt,
    rep: z.exactOptional(rep).check(z.describe('The owner; absent in the alert clause, while nobody owns the lead')),
  }),
  LeadLeftWithOwner: z.object({
    clause: z.enum(OWNER_CLAUSES),
    attempt,
    rep: rep.check(z.describe('The owner')),
    by: rep.check(z.describe('The manager who has decided it')),
  }),
  SlaBreached: z.object({ clause, party: z.enum(PARTIES), dueAt: instant, attempt, rep: z.exactOptional(rep) }),
  ContactRecorded: z.object({
    channel: z.exactOptional(z.string()),
    applied,
    rep: doer,
    lateBy,
  }),
  ContactAttemptRecorded: z.object({
    channel: z.exactOptional(z.string()),
    note: z.exactOptional(z.string()),
    applied,
    counted: z.boolean().check(z.describe('Whether it meets the contact clause')),
    rep: doer,
    lateBy,
  }),
  ContentSent: z.object({ rep, attempt, contentId: z.string() }),
  OutcomeRecorded: z.object({
    outcome: z.enum(OUTCOMES),
    revenue: z.exactOptional(z.number()),
    currency: z.exactOptional(z.string()),
    reason: z.exactOptional(z.string()),
    applied,
    rep: z
      .exactOptional(rep)
      .check(z.describe('Who closed a lead that has or had an owner: the named, or its owner then')),
    owner: z.exactOptional(rep).check(z.describe('Who had the lead then, or has it, where that is not rep')),
    lateBy,
  }),
  LeadRecycled: z.object({ why: z.string(), rep: z.exactOptional(rep), lateBy }),
  LeadSuggested: z.object({
    rep: rep.check(z.describe('Who has room to call; the lead is not theirs')),
    territory: z.string(),
    was: z.enum(COLD_KINDS),
    score: points,
    since: instant.check(z.describe('When it was given back, or last did something')),
  }),
  WatchTriggered: watchTriggered,
  LeadForgotten: z.object({
    rep: z.exactOptional(rep).check(z.describe('The owner, who has the lead no more; absent where nobody had it')),
  }),
  ...repFactData,
  LeadRefused: z.object({
    problems: z.array(z.object({ path: z.string(), message: z.string() })),
    input: z.string().check(z.describe('As it came, cut at 4 KB')),
  }),
};

const fact = <T extends keyof typeof factData>(type: T) => z.object({ type: z.literal(type), data: factData[type] });

const anyFact = schemaOf<Fact | RepFact | Refused>()(
  z.discriminatedUnion('type', [
    fact('LeadFieldsIgnored'),
    fact('LeadTouched'),
    fact('LeadScored'),
    fact('LeadQualified'),
    fact('LeadIncomplete'),
    fact('LeadAssigned'),
    fact('LeadWaiting'),
    fact('ClockStarted'),
    fact('RepAlerted'),
    fact('LeadAccepted'),
    fact('LeadRejected'),
    fact('LeadEscalated'),
    fact('LeadLeftWithOwner'),
    fact('SlaBreached'),
    fact('ContactRecorded'),
    fact('ContactAttemptRecorded'),
    fact('ContentSent'),
    fact('OutcomeRecorded'),
    fact('LeadRecycled'),
    fact('LeadSuggested'),
    fact('WatchTriggered'),
    fact('LeadForgotten'),
    fact('RepWentAway'),
    fact('RepCameBack'),
    fact('RepPaused'),
    fact('RepUnreachable'),
    fact('RepReachable'),
    fact('LeadRefused'),
  ]),
);

/** What happened, as a published event says it. */
export const readFact = (event: FactEvent): Fact | RepFact | Refused =>
  anyFact.parse({ type: event.type, data: event.detail.data });

import * as fc from 'fast-check';
import type { Inbox } from '../../../shared/domain/alert/delivery/inbox.ts';
import type { Documents, DocumentType } from '../../../shared/domain/documents.ts';
import type {
  Activity,
  Behaviour,
  Lead,
  LeadBase,
  Owned,
  Owner,
  Previous,
  RunningClause,
  Stage,
} from '../../../shared/domain/lead/lead.ts';
import type { Delivery, Notice, Rejection, RepNotice } from '../../../shared/domain/lead/notice.ts';
import { DECIDED_BY } from '../../../shared/domain/vocabulary/decided-by.ts';
import { REACH_FAILURES } from '../../../shared/domain/vocabulary/reach-failures.ts';
import { HAPPENINGS } from '../../../shared/domain/vocabulary/watches.ts';
import type { Watched } from '../../../shared/domain/watch/watch.ts';

/** Epoch milliseconds from 2020 to 2040. */
export const instants = fc.integer({ min: 1_577_836_800_000, max: 2_208_988_800_000 });

/** A key that JavaScript itself gives a meaning to is refused at the edge. */
const names = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter((name) => !(name in {}));
const counts = fc.nat({ max: 1000 });

/** Any number but the two that JSON and DynamoDB cannot keep: negative zero, and what is beyond 1e125 or below 1e-130. */
const numbers = fc
  .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e120, max: 1e120 }))
  .map((n) => (Math.abs(n) < 1e-120 ? 0 : n));

const scalars = fc.oneof(fc.string({ unit: 'grapheme' }), numbers, fc.boolean());

const optional = { noNullPrototype: true } as const;

const activities: fc.Arbitrary<Activity> = fc.record(
  { at: instants, kind: names, url: fc.webUrl(), contentId: names, title: fc.string() },
  { ...optional, requiredKeys: ['at', 'kind'] },
);

const behaviours: fc.Arbitrary<Behaviour> = fc.record({
  tallies: fc.dictionary(names, fc.record({ sum: numbers, at: instants }), { maxKeys: 4, noNullPrototype: true }),
  handRaised: fc.boolean(),
});

const channels = fc.constantFrom('sms' as const, 'email' as const);

const deliveries: fc.Arbitrary<readonly Delivery[]> = fc.array(
  fc.oneof(
    fc.record({ channel: channels, state: fc.constant('waiting' as const), until: instants }),
    fc.record({ channel: channels, state: fc.constant('claimed' as const), until: instants }),
    fc.record({ channel: channels, state: fc.constant('held' as const), until: instants }),
    fc.record(
      { channel: channels, state: fc.constantFrom('sent' as const, 'failed' as const), messageId: names },
      { ...optional, requiredKeys: ['channel', 'state'] },
    ),
  ),
  { maxLength: 2 },
);

const repPurposes = fc.constantFrom(
  'alert' as const,
  'remind' as const,
  'tell-manager' as const,
  'taken-away' as const,
  'paused' as const,
  'rep-paused' as const,
);
const noticeParts = { sequence: counts, attempt: counts, at: instants, deliveries };

const reasons = fc.array(fc.record({ name: names, points: numbers }), { maxLength: 4 });

const rejections: fc.Arbitrary<Rejection> = fc.record(
  {
    by: names,
    reason: names,
    note: fc.string(),
    action: fc.constantFrom('reassign', 'recycle', 'return-to-marketing', 'close'),
    missing: fc.array(names, { maxLength: 2 }),
    score: numbers,
    reasons,
  },
  { ...optional, requiredKeys: ['by', 'reason', 'action', 'missing', 'score', 'reasons'] },
);

const watched: fc.Arbitrary<Watched> = fc.record({
  happened: fc.array(
    fc.record(
      { what: fc.constantFrom(...HAPPENINGS), at: instants, kind: names, title: fc.string(), watch: names },
      { ...optional, requiredKeys: ['what', 'at'] },
    ),
    { minLength: 1, maxLength: 3 },
  ),
  more: counts,
});

const watchers = fc.array(fc.record({ rep: names, until: instants }), { minLength: 1, maxLength: 3 });

const repNotices: fc.Arbitrary<RepNotice> = fc.oneof(
  fc.record({ ...noticeParts, purpose: fc.constant('watch' as const), rep: names, watched }),
  fc.record(
    {
      ...noticeParts,
      purpose: repPurposes,
      rep: names,
      instead: fc.array(names, { maxLength: 2 }),
      about: names,
      taker: names,
    },
    { ...optional, requiredKeys: ['sequence', 'attempt', 'at', 'deliveries', 'purpose', 'rep'] },
  ),
);

const notices: fc.Arbitrary<Notice> = fc.oneof(
  repNotices,
  fc.record({ ...noticeParts, purpose: fc.constant('watch' as const), rep: fc.constant(null), watched }),
  fc.record({
    ...noticeParts,
    purpose: fc.constant('marketing' as const),
    rep: fc.constant(null),
    rejection: rejections,
  }),
);

const owners: fc.Arbitrary<Owner> = fc.record(
  {
    rep: names,
    attempt: counts,
    at: instants,
    saidAt: instants,
    by: fc.constantFrom(...DECIDED_BY),
    territory: names,
    manager: names,
    account: names,
    charge: fc.record({ territory: names, amount: numbers, value: numbers }),
  },
  { ...optional, requiredKeys: ['rep', 'attempt', 'at', 'by', 'territory'] },
);

const clauses: fc.Arbitrary<RunningClause> = fc.record({
  name: fc.constantFrom('accept', 'contact', 'verdict'),
  dueAt: instants,
  breached: fc.boolean(),
  steps: fc.array(fc.record({ at: instants, do: fc.constantFrom('remind', 'tell-manager', 'reassign', 'recycle') }), {
    maxLength: 3,
  }),
});

const ownedStages: fc.Arbitrary<Owned['stage']> = fc.constantFrom('assigned', 'accepted', 'contacted');

const previous: fc.Arbitrary<Previous> = fc.record(
  {
    stage: ownedStages,
    owner: owners,
    clause: clauses,
    why: fc.constantFrom('silent', 'rejected', 'left'),
    lostAt: instants,
  },
  { ...optional, requiredKeys: ['stage', 'owner', 'why'] },
);

const qualifications = fc.record({
  at: instants,
  score: numbers,
  reasons,
  alert: fc.record(
    {
      dueAt: instants,
      state: fc.constantFrom('pending' as const, 'met' as const, 'breached' as const),
      steps: fc.array(
        fc.record({ at: instants, do: fc.constantFrom('tell-manager' as const, 'assign-manager' as const) }),
        { maxLength: 3 },
      ),
    },
    { ...optional, requiredKeys: ['dueAt', 'state'] },
  ),
});

const bases: fc.Arbitrary<LeadBase> = fc.record(
  {
    id: fc.uuid(),
    email: fc.emailAddress(),
    cycle: counts,
    cycleFrom: instants,
    sequence: counts,
    fields: fc.dictionary(names, scalars, { maxKeys: 6, noNullPrototype: true }),
    stamps: fc.dictionary(names, names, { maxKeys: 6, noNullPrototype: true }),
    behaviour: behaviours,
    timeline: fc.array(activities, { maxLength: 3 }),
    watchers,
    grade: fc.constantFrom('cold', 'warm', 'hot'),
    missing: fc.array(names, { maxLength: 3 }),
    pastOwners: fc.array(names, { maxLength: 3 }),
    tenures: fc.array(fc.record({ rep: names, from: instants, until: instants }, optional), { maxLength: 2 }),
    attempt: counts,
    notices: fc.array(notices, { maxLength: 2 }),
    mailed: fc.array(repNotices, { maxLength: 2 }),
  },
  {
    ...optional,
    requiredKeys: [
      ...(['id', 'email', 'cycle', 'cycleFrom', 'sequence', 'fields', 'stamps', 'behaviour'] as const),
      ...(['timeline', 'pastOwners', 'attempt', 'notices'] as const),
    ],
  },
);

const stages: fc.Arbitrary<Stage> = fc.oneof(
  fc.record({ stage: fc.constant('uncaptured' as const) }),
  fc.record({ stage: fc.constant('nurture' as const) }),
  fc.record(
    {
      stage: fc.constant('qualified' as const),
      qualification: qualifications,
      lookAt: instants,
      previous,
      forManager: fc.constant(true as const),
    },
    { ...optional, requiredKeys: ['stage', 'qualification', 'lookAt'] },
  ),
  fc.record(
    {
      stage: fc.constant('waiting' as const),
      qualification: qualifications,
      territory: names,
      why: fc.constantFrom('nobody-at-work' as const, 'everybody-full' as const, 'nobody-left' as const),
      lookAt: instants,
      daily: fc.boolean(),
      previous,
      forManager: fc.constant(true as const),
    },
    { ...optional, requiredKeys: ['stage', 'qualification', 'territory', 'why', 'lookAt', 'daily'] },
  ),
  fc.record(
    { stage: ownedStages, qualification: qualifications, owner: owners, clause: clauses, lookAt: instants },
    { ...optional, requiredKeys: ['stage', 'qualification', 'owner', 'lookAt'] },
  ),
  fc.record(
    { stage: fc.constant('sales-qualified' as const), salesQualifiedAt: instants, owner: owners },
    { ...optional, requiredKeys: ['stage', 'salesQualifiedAt'] },
  ),
  fc.record({
    stage: fc.constant('ended' as const),
    end: fc.constantFrom('won', 'lost', 'recycled', 'returned', 'closed'),
    endedAt: instants,
  }),
);

/** Leads at any stage, with anything in them that the types allow; not all could come to be. */
export const leads: fc.Arbitrary<Lead> = fc.tuple(bases, stages).map(([base, stage]) => ({ ...base, ...stage }));

const owed = {
  leadId: fc.uuid(),
  sequence: counts,
  purpose: fc.oneof(repPurposes, fc.constantFrom('watch' as const, 'marketing' as const)),
};

const bundleParts = {
  id: counts.map((n) => n + 1),
  channel: channels,
  purpose: owed.purpose,
  items: fc.array(fc.record(owed), { maxLength: 3 }),
};

const sent = fc.oneof(fc.record({ messageId: names }), fc.record({ failure: names }));

const inboxes: fc.Arbitrary<Inbox> = fc.record(
  {
    sent: fc.record({ sms: fc.array(instants, { maxLength: 3 }), email: fc.array(instants, { maxLength: 3 }) }),
    held: fc.array(fc.record({ ...owed, channel: channels, since: instants }), { maxLength: 3 }),
    bundles: fc.array(
      fc.oneof(
        fc.record({ ...bundleParts, state: fc.constant('claimed' as const), until: instants }),
        fc.record({ ...bundleParts, state: fc.constant('done' as const), sent }),
      ),
      { maxLength: 2 },
    ),
    texts: fc.array(
      fc.record({
        messageId: names,
        at: instants,
        leads: fc.array(fc.record({ leadId: fc.uuid(), attempt: counts }), { maxLength: 2 }),
      }),
      { maxLength: 2 },
    ),
    helped: fc.array(fc.record({ reply: names, at: instants }), { maxLength: 3 }),
  },
  { ...optional, requiredKeys: ['sent', 'held', 'bundles', 'texts'] },
);

/** Anything that the table may hold, by type. */
export const documents: { readonly [T in DocumentType]: fc.Arbitrary<Documents[T]> } = {
  lead: leads,
  ledger: fc.record({
    virtualTime: numbers,
    shares: fc.dictionary(
      names,
      fc.record(
        { virtualTime: numbers, servedAt: instants, leads: counts, value: numbers, floor: numbers },
        { ...optional, requiredKeys: ['virtualTime', 'servedAt', 'leads', 'value'] },
      ),
      { maxKeys: 5, noNullPrototype: true },
    ),
    excluded: fc.array(names, { maxLength: 3 }),
  }),
  pass: fc.record(
    { reader: names, rep: names, from: fc.integer(), to: fc.integer(), expiresAt: instants },
    { ...optional, requiredKeys: ['reader', 'from', 'expiresAt'] },
  ),
  rep: fc.record(
    {
      open: counts,
      day: fc.constant('2026-11-02'),
      today: counts,
      awaitedIn: fc.array(names, { maxLength: 2 }),
      unanswered: fc.array(fc.uuid(), { maxLength: 2 }),
      lapses: counts,
      absence: fc.oneof(
        fc.record({ why: fc.constant('paused' as const), from: instants, lapses: counts }),
        fc.record(
          { why: fc.constant('away' as const), from: instants, to: instants, returned: fc.array(fc.uuid()) },
          { ...optional, requiredKeys: ['why', 'from', 'returned'] },
        ),
      ),
      saidAt: instants,
      sequence: counts,
    },
    { ...optional, requiredKeys: ['open', 'day', 'today'] },
  ),
  reach: fc.record(
    {
      failing: fc.record(
        {
          sms: fc.record({ reason: fc.constantFrom(...REACH_FAILURES), since: instants }),
          email: fc.record({ reason: fc.constantFrom(...REACH_FAILURES), since: instants }),
        },
        { ...optional, requiredKeys: [] },
      ),
      worked: fc.uniqueArray(channels),
      restored: fc.record({ sms: instants, email: instants }, { ...optional, requiredKeys: [] }),
      unreachableSince: instants,
      sequence: counts,
    },
    { ...optional, requiredKeys: ['failing', 'worked', 'sequence'] },
  ),
  account: fc.record(
    {
      open: fc.array(fc.record({ leadId: fc.uuid(), rep: names }), { maxLength: 3 }),
      lastOwner: names,
      watchers,
      waiting: fc.array(fc.uuid(), { maxLength: 2 }),
    },
    { ...optional, requiredKeys: ['open'] },
  ),
  link: fc.oneof(
    fc.record({ leadId: fc.uuid(), cycle: counts, attempt: counts, rep: names, expiresAt: instants }),
    fc.record({
      leads: fc.array(fc.record({ leadId: fc.uuid(), cycle: counts, attempt: counts }), { maxLength: 3 }),
      rep: names,
      expiresAt: instants,
    }),
  ),
  inbox: inboxes,
  identity: fc.record({ leadId: fc.uuid() }),
  visitor: fc.oneof(
    fc.record({ known: fc.constant(true as const), leadId: fc.uuid() }),
    fc.record({
      known: fc.constant(false as const),
      activities: fc.array(activities, { maxLength: 3 }),
    }),
  ),
  receipt: fc.record({ at: instants }),
  refusal: fc.record({ at: instants, problems: counts }),
  reconciled: fc.record({ until: instants }),
  written: fc.record(
    {
      fields: fc.dictionary(names, fc.oneof(fc.string(), counts)),
      sequence: counts,
      at: instants,
      busyUntil: instants,
    },
    { ...optional, requiredKeys: ['fields', 'sequence', 'at'] },
  ),
};

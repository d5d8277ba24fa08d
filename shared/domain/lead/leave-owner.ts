import type { Instant } from '../time/instant.ts';
import { PURPOSE_RULES } from '../vocabulary/purposes.ts';
import { ROUTING_GRACE_MS } from './grace.ts';
import {
  type Ended,
  isOwned,
  type Lead,
  type LeadBase,
  type OwnedLead,
  ownerOf,
  ownsFrom,
  type Previous,
  type Qualification,
  type StageOf,
} from './lead.ts';
import type { Notice, RepNotice } from './notice.ts';
import { TENURES_KEPT } from './rep-history.ts';

const isActionable = (purpose: Notice['purpose']): boolean => PURPOSE_RULES[purpose].isActionable;

/** Messages that still make sense once the present owner need not act any more. */
export const withoutActionable = <N extends Notice>(notices: readonly N[]): readonly N[] =>
  notices.filter(({ purpose }) => !isActionable(purpose));

/** What asked for something in an earlier stage asks for nothing now: should it come back, nothing makes up for it. */
const mailedStill = (mailed: readonly RepNotice[]): Pick<LeadBase, 'mailed'> => {
  const left = withoutActionable(mailed);
  return left.length === 0 ? {} : { mailed: left };
};

/** What a lead keeps in every stage. */
export const baseOf = (lead: Lead): LeadBase => ({
  id: lead.id,
  email: lead.email,
  cycle: lead.cycle,
  cycleFrom: lead.cycleFrom,
  sequence: lead.sequence,
  fields: lead.fields,
  stamps: lead.stamps,
  behaviour: lead.behaviour,
  timeline: lead.timeline,
  pastOwners: lead.pastOwners,
  attempt: lead.attempt,
  notices: lead.notices,
  ...(lead.contactAttempts === undefined ? {} : { contactAttempts: lead.contactAttempts }),
  ...(lead.sentContent === undefined ? {} : { sentContent: lead.sentContent }),
  ...(lead.suggestedAt === undefined ? {} : { suggestedAt: lead.suggestedAt }),
  ...(lead.watchers === undefined ? {} : { watchers: lead.watchers }),
  ...(lead.tenures === undefined ? {} : { tenures: lead.tenures }),
  ...(lead.grade === undefined ? {} : { grade: lead.grade }),
  ...(lead.missing === undefined ? {} : { missing: lead.missing }),
  ...mailedStill(lead.mailed ?? []),
});

/** What a lead keeps whose owner, if it has one, is its owner no more. */
export const baseAfter = (lead: Lead, now: Instant): LeadBase => {
  const owner = ownerOf(lead);
  const base = baseOf(lead);
  if (owner === undefined) return base;
  const over = { rep: owner.rep, from: ownsFrom(owner), until: now };
  // An owner who lost the lead, and kept it after all, had it all the time.
  const others = (lead.tenures ?? []).filter(({ rep, from }) => rep !== over.rep || from !== over.from);
  return { ...base, tenures: [over, ...others].slice(0, TENURES_KEPT) };
};

/** Whoever gave the lead back need not hear of it again. */
const owedStill = (notices: readonly Notice[], why: Previous['why']): Pick<Previous, 'owed'> => {
  const owed = why === 'silent' ? notices.filter(({ purpose }) => isActionable(purpose)) : [];
  return owed.length === 0 ? {} : { owed };
};

/** Steps of our alert whose instant came while somebody owned the lead are passed over. */
const withoutPassedSteps = (qualification: Qualification, now: Instant): Qualification => {
  const { steps, ...alert } = qualification.alert;
  const left = (steps ?? []).filter(({ at }) => at > now);
  return { ...qualification, alert: left.length === 0 ? alert : { ...alert, steps: left } };
};

/** The lead needs another owner; the last one is remembered, in case nobody else can take it. */
export const returnToRouting = (lead: OwnedLead, why: Previous['why'], now: Instant): StageOf<'qualified'> => ({
  stage: 'qualified',
  ...baseAfter(lead, now),
  notices: withoutActionable(lead.notices),
  qualification: withoutPassedSteps(lead.qualification, now),
  lookAt: now + ROUTING_GRACE_MS,
  previous: {
    stage: lead.stage,
    owner: lead.owner,
    why,
    lostAt: now,
    ...owedStill(lead.notices, why),
    ...(lead.clause === undefined ? {} : { clause: lead.clause }),
  },
});

/** Sales sees a deal: the owner, if there is one, keeps the lead, and nothing is promised any more. */
export const sealLead = (lead: Lead, now: Instant): StageOf<'sales-qualified'> => ({
  stage: 'sales-qualified',
  ...baseOf(lead),
  notices: withoutActionable(lead.notices),
  salesQualifiedAt: now,
  ...(isOwned(lead) ? { owner: lead.owner } : {}),
});

export const endLead = (lead: Lead, end: Ended['end'], now: Instant): StageOf<'ended'> => ({
  stage: 'ended',
  ...baseAfter(lead, now),
  notices: withoutActionable(lead.notices),
  end,
  endedAt: now,
});

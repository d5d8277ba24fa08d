import type { Owned, OwnedLead, RunningClause } from '../../../shared/domain/lead/lead.ts';
import type { RepNotice } from '../../../shared/domain/lead/notice.ts';
import { DAY, MINUTE } from '../agreement/small-agreement.ts';
import { NOON, nurtureLead } from '../store/store-samples.ts';

/** A lead that came to Ana at noon, by the share of a team whose manager is Mia. Nothing has been sent, and no clause runs. */
export const ownedLead = (parts: Partial<OwnedLead> = {}, stage: Owned['stage'] = 'assigned'): OwnedLead => ({
  ...nurtureLead('jane'),
  stage,
  attempt: 1,
  pastOwners: ['ana'],
  sequence: 4,
  qualification: { at: NOON, score: 60, reasons: [], alert: { dueAt: NOON + 60 * MINUTE, state: 'met' } },
  owner: {
    rep: 'ana',
    attempt: 1,
    at: NOON,
    by: 'share',
    territory: 'Everywhere',
    manager: 'mia',
    charge: { territory: 'Everywhere', amount: 1, value: 1 },
  },
  lookAt: NOON + DAY,
  ...parts,
});

/** A clause from noon on; its times are in minutes. */
export const running = (
  name: RunningClause['name'],
  dueAfter: number,
  steps: readonly (readonly [minutes: number, step: RunningClause['steps'][number]['do']])[] = [],
): RunningClause => ({
  name,
  dueAt: NOON + dueAfter * MINUTE,
  breached: false,
  steps: steps.map(([minutes, step]) => ({ at: NOON + minutes * MINUTE, do: step })),
});

export const noticeTo = (rep: string, purpose: RepNotice['purpose'], parts: Partial<RepNotice> = {}): RepNotice => ({
  sequence: 3,
  purpose,
  rep,
  attempt: 1,
  at: NOON,
  deliveries: [],
  ...parts,
});

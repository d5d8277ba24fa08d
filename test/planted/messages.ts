import type { PlantedBug } from './planted-bug.ts';

const ALERT = 'shared/domain/alert/delivery';

/** Bugs in what a rep, a manager or marketing is sent. */
export const IN_MESSAGES: readonly PlantedBug[] = [
  {
    bug: 'a claim is taken again before it has expired',
    file: `${ALERT}/claim-deliveries.ts`,
    text: "'until' in delivery && delivery.until <= now;",
    planted: "'until' in delivery && now > 0;",
    foundBy: { test: 'test/unit/boundaries.test.ts', title: 'is not taken again before it expires' },
  },
  {
    bug: 'a claim is taken without a new expiry',
    file: `${ALERT}/claim-steps.ts`,
    text: "state: 'claimed', until: now + CLAIM_MS }",
    planted: "state: 'claimed', until: now }",
    foundBy: { test: 'test/unit/boundaries.test.ts', title: 'is not taken again before it expires' },
  },
  {
    bug: 'a claim never ends: what its process did not send, nobody sends',
    file: `${ALERT}/claim-steps.ts`,
    text: "state: 'claimed', until: now + CLAIM_MS }",
    planted: "state: 'claimed', until: now + CLAIM_MS * 1_000_000 }",
    foundBy: { flow: 'won', seed: 1, schedules: 200 },
  },
  {
    bug: 'a bundle is taken again before its claim has expired',
    file: `${ALERT}/claim-steps.ts`,
    text: 'if (bundle.until > now) return',
    planted: 'if (bundle.until > now + CLAIM_MS) return',
    foundBy: { test: 'test/unit/boundaries.test.ts', title: 'of a bundle is not taken again before it expires' },
  },
  {
    bug: 'a bundle that was sent is never forgotten',
    file: `${ALERT}/bundles.ts`,
    text: 'if (until <= now - FORGOTTEN_MS) return [];',
    planted: "if (bundle.state !== 'done' && until <= now - FORGOTTEN_MS) return [];",
    foundBy: { test: 'test/unit/inbox.test.ts', title: 'is forgotten a day after its claim, sent or not' },
  },
  {
    bug: 'a digest that is sent again does not count again',
    file: `${ALERT}/claim-steps.ts`,
    text: 'claimAgain(recordSent(inbox, channel, throttle, now), bundle, now)',
    planted: 'claimAgain(inbox, bundle, now)',
    foundBy: { test: 'test/scenario/digest.test.ts', title: 'counts again when it is sent again' },
  },
  {
    bug: 'an alert that goes out exactly at its deadline is late',
    file: `${ALERT}/record-delivery.ts`,
    text: 'if (now <= alert.dueAt) return',
    planted: 'if (now < alert.dueAt) return',
    foundBy: { test: 'test/unit/boundaries.test.ts', title: 'that goes out exactly at its deadline is in time' },
  },
  {
    bug: 'a recipient gets one message more than agreed on',
    file: `${ALERT}/throttle.ts`,
    text: 'sent[sent.length - throttle.max];',
    planted: 'sent[sent.length - throttle.max - 1];',
    foundBy: { test: 'test/unit/inbox.test.ts', title: 'comes when the oldest of as many as are agreed on' },
  },
  {
    bug: 'what is held back for a lead that moves on keeps its place in the inbox',
    file: 'shared/domain/effects/effects-of.ts',
    text: '...withdrawnFrom(before, decision.lead).map(',
    planted: '...withdrawnFrom(before, before).map(',
    foundBy: { test: 'test/scenario/held-back.test.ts', title: 'takes nobody else’s place' },
  },
  {
    bug: 'a claim that met a conflict is sent all the same',
    file: 'shared/application/alerting/claim-alerts.ts',
    text: "if (result === 'conflict') return result;",
    planted: '',
    foundBy: { flow: 'recaptured', seed: 1, schedules: 400 },
  },
  {
    bug: 'a manager is told of the same step twice',
    file: 'shared/domain/clock/alert-steps.ts',
    text: 'notices: [...after.notices, notice] }, facts }',
    planted: 'notices: [...after.notices, notice, { ...notice, attempt: attempt + 1 }] }, facts }',
    foundBy: { test: 'test/scenario/alert-steps.test.ts', title: 'tell the manager of a lead that nobody owns' },
  },
  {
    bug: 'a link is good for a later attempt of its rep',
    file: 'shared/domain/answer/link-standing.ts',
    text: '  lead.owner.attempt === link.attempt &&\n',
    planted: '',
    foundBy: { test: 'test/unit/link-standing.test.ts', title: 'does not open a lead' },
  },
  {
    bug: 'a link is taken that has expired',
    file: 'shared/domain/answer/link-standing.ts',
    text: '  now < link.expiresAt &&\n  lead.cycle === link.cycle &&\n',
    planted: '  lead.cycle === link.cycle &&\n',
    foundBy: { test: 'test/unit/link-standing.test.ts', title: 'is open for the attempt of its rep' },
  },
];

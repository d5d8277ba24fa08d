import { expect, it } from 'vitest';
import { silentAlert } from '../../cli/check/silent-alert.ts';
import { HOUR, smallAgreement } from '../support/agreement/small-agreement.ts';

it('a note is made of an agreement by which nobody hears of a lead that nobody owns', () => {
  expect(silentAlert(smallAgreement())).toContain('sla.yaml has no steps under alert');
  const steps = [{ atMs: 0, do: 'tell-manager' as const }];
  expect(silentAlert(smallAgreement({ sla: { alert: { withinMs: HOUR, steps } } }))).toBeUndefined();
});

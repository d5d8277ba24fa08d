import type { Agreement } from '../../shared/domain/agreement/agreement.ts';

/** A note on an agreement by which nobody hears of a hot lead that nobody owns; undefined where somebody does. */
export const silentAlert = ({ sla }: Agreement): string | undefined =>
  sla.alert.steps.length > 0
    ? undefined
    : 'sla.yaml has no steps under alert: while nobody owns a hot lead, nobody is told. See docs/agreement.md#steps-of-the-alert';

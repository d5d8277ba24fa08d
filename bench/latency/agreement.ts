import { writeBenchAgreement } from '../agreement.ts';

/** Of every rep: from a range kept for fiction. */
export const PHONE_NUMBER = '+12025550100';

/** A company of a thousand is hot by itself: one LeadCaptured does it. */
const HOT = 20;

/** A team that works at every hour, is told by SMS and e-mail, and for whom no clock ends in the time of a benchmark. */
export const writeLatencyAgreement = (folder: string): void => {
  const ids = ['ana', 'ben', 'cem'];
  writeBenchAgreement(folder, {
    territories: [{ name: 'World', team: ids.map((rep) => ({ rep })) }],
    reps: ids.map((id) => ({
      ...{ id, name: `Rep ${id}`, email: `${id}@example.com`, phone: PHONE_NUMBER, timeZone: 'Europe/Berlin' },
      hours: { 'mon-sun': ['00:00-24:00'] },
    })),
    sla: { alert: { within: 'PT24H' }, accept: { within: 'P5D', clock: 'wall' } },
    hot: HOT,
  });
};

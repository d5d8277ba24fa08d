import { readAgreement } from '../shared/agreement/read-agreement.ts';
import { createEmbedded } from '../simulator/embedded.ts';
import { writeBenchAgreement } from './agreement.ts';
import { printTable, whole } from './table.ts';
import { workFolder } from './work-folder.ts';

/** A Monday morning, when all of the benchmark's reps in Europe are at work. */
const START = Date.parse('2026-11-02T09:00:00Z');

const line = (id: string, detailType: string, data: object): string =>
  JSON.stringify({
    id,
    source: 'bench',
    'detail-type': detailType,
    time: new Date(START).toISOString(),
    detail: { data },
  });

const captured = (index: number): string =>
  line(`c${index}`, 'LeadCaptured', {
    person: {
      email: `lead${index}@company${index}.example`,
      firstName: 'Ada',
      lastName: 'Example',
      title: 'Head of operations',
    },
    company: { name: `Company ${index}`, domain: `company${index}.example`, industry: 'Retail', employees: 600 },
    location: { country: COUNTRIES[index % COUNTRIES.length] },
    source: 'website',
  });

const viewed = (index: number, leads: number): string =>
  line(`a${index}`, 'LeadActivityRecorded', {
    email: `lead${index % leads}@company${index % leads}.example`,
    kind: 'page-viewed',
    url: 'https://example.com/blog',
  });

const demanded = (index: number): string =>
  line(`d${index}`, 'LeadActivityRecorded', {
    email: `lead${index}@company${index}.example`,
    kind: 'demo-requested',
    url: 'https://example.com/demo',
  });

const LEADS = 10_000;
const ACTIVITIES = 50_000;
/** Fewer than the benchmark's European reps may take in a day. */
const HOT = 600;
const COUNTRIES = ['DE', 'AT', 'GB', 'FR', 'SE'];
const ROUNDS = 3;

/** Events a second through every function that they concern, in this process. */
export const benchRuntime = async (): Promise<void> => {
  const folder = workFolder('agreement');
  writeBenchAgreement(folder);
  const agreement = await readAgreement(folder, 2026);
  const best = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const runtime = createEmbedded({ agreement, start: START, store: { keepHistory: false } });
    const time = async (
      name: string,
      count: number,
      detailType: string,
      lineOf: (index: number) => string,
    ): Promise<void> => {
      const lines = Array.from({ length: count }, (_, index) => lineOf(index));
      const started = performance.now();
      for (const text of lines) await runtime.deliver(text, detailType);
      const rate = count / ((performance.now() - started) / 1_000);
      best.set(name, Math.max(best.get(name) ?? 0, rate));
    };
    await time('leads captured and scored', LEADS, 'LeadCaptured', captured);
    await time('activities recorded', ACTIVITIES, 'LeadActivityRecorded', (index) => viewed(index, LEADS));
    await time('hot leads qualified, routed, alerted', HOT, 'LeadActivityRecorded', demanded);
  }
  printTable(
    `Embedded runtime, best of ${ROUNDS} rounds`,
    ['', 'a second'],
    [...best].map(([name, rate]) => [name, whole(rate)]),
  );
};

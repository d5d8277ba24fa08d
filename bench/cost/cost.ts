import { readAgreement } from '../../shared/agreement/read-agreement.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/domain/time/durations.ts';
import { printTable, whole } from '../table.ts';
import { type CountedRuntime, countRun, USES, type Use, useOfEach } from './count-run.ts';
import { dollarsOf, sumOf } from './dollars.ts';
import { idleMonth } from './idle-month.ts';
import { PRICES_OF } from './prices.ts';

/** A Monday morning at which everybody in Europe is at work, and an evening at which nobody is. */
const MORNING = Date.parse('2026-11-16T09:00:00Z');
const EVENING = Date.parse('2026-11-16T21:00:00Z');

/** Leads of each kind; their mean is told. */
const LEADS = 20;
const MILLION = 1e6;

type Step = (lead: string, run: CountedRuntime, now: number) => Promise<void>;

let events = 0;

const sent = async (run: CountedRuntime, at: number, type: string, data: object): Promise<void> => {
  events += 1;
  const line = { id: `cost-${events}`, source: 'website', time: new Date(at).toISOString(), 'detail-type': type };
  await run.runtime.runBefore(at);
  await run.deliver({ ...line, detail: { data } }, type);
};

const captured: Step = (lead, run, now) =>
  sent(run, now, 'LeadCaptured', {
    person: {
      email: `jo@${lead}.example`,
      firstName: 'Jo',
      lastName: 'Doe',
      title: 'Head of operations',
      phone: '+49301234567',
    },
    company: { name: `Company ${lead}`, domain: `${lead}.example`, industry: 'Retail', employees: 600 },
    location: { country: 'DE' },
    source: 'website',
  });

const email = (lead: string): string => `jo@${lead}.example`;

const acted =
  (kind: string, url: string): Step =>
  (lead, run, now) =>
    sent(run, now, 'LeadActivityRecorded', { email: email(lead), kind, url: `https://acme.example${url}` });

const answered =
  (type: string, data: object, afterMs: number): Step =>
  (lead, run, now) =>
    sent(run, now + afterMs, type, { email: email(lead), ...data });

const waits =
  (ms: number): Step =>
  (_, run, now) =>
    run.runtime.runThrough(now + ms);

const demo = acted('demo-requested', '/demo');

const accepted = answered('RepAnswered', { answer: 'accept' }, 5 * MINUTE_MS);
const contacted = answered('LeadContacted', { channel: 'phone' }, 20 * MINUTE_MS);
const won = answered('LeadClosed', { outcome: 'won', revenue: 1000, currency: 'EUR' }, 2 * HOUR_MS);

/** What a lead does, one step after the other, and when it comes. */
export const KINDS: readonly { readonly name: string; readonly at: number; readonly steps: readonly Step[] }[] = [
  { name: 'cold: one capture', at: MORNING, steps: [captured] },
  {
    name: 'cold, with three page views',
    at: MORNING,
    steps: [captured, ...['/a', '/b', '/c'].map((url) => acted('page-viewed', url))],
  },
  {
    name: 'hot: accepted, contacted, won',
    at: MORNING,
    steps: [captured, demo, accepted, contacted, won],
  },
  {
    name: 'hot, at night, answered at nine',
    at: EVENING,
    steps: [
      captured,
      demo,
      answered('RepAnswered', { answer: 'accept' }, 12 * HOUR_MS),
      answered('LeadClosed', { outcome: 'won' }, 14 * HOUR_MS),
    ],
  },
  { name: 'hot, and nobody answers for five days', at: MORNING, steps: [captured, demo, waits(5 * DAY_MS)] },
];

/** The mean use of a lead of a kind, once the documents of reps and teams are there. */
export const useOf = async ({ at, steps }: (typeof KINDS)[number], agreementFolder: string): Promise<Use> => {
  const run = countRun(await readAgreement(agreementFolder, 2026), at - DAY_MS);
  let before: Use | undefined;
  for (let index = 0; index <= LEADS; index++) {
    const lead = `lead${index}`;
    // One lead after the other, days apart: none waits for another.
    const now = at + 7 * DAY_MS * index;
    for (const step of steps) await step(lead, run, now);
    await run.runtime.runThrough(now + 6 * DAY_MS);
    before ??= run.use();
  }
  const [first, last] = [before, run.use()];
  return useOfEach((name) => (last[name] - (first?.[name] ?? 0)) / LEADS);
};

const money = (dollars: number): string => dollars.toFixed(2);

/** What a million leads of each kind cost, and a month without any, by service. */
export const benchCost = async (): Promise<void> => {
  const uses = await Promise.all(KINDS.map(async (kind) => ({ name: kind.name, use: await useOf(kind, 'agreement') })));
  const dollars = uses.map(({ use }) => dollarsOf(use));
  const services = Object.keys(dollars[0] ?? {});
  printTable(
    `Dollars for a million leads, by the price list of ${PRICES_OF.region}, ${PRICES_OF.date}, without the fees of messages`,
    ['', ...services, 'all'],
    uses.map(({ name }, index) => {
      const of = dollars[index] ?? {};
      return [name, ...services.map((service) => money((of[service] ?? 0) * MILLION)), money(sumOf(of) * MILLION)];
    }),
  );
  printTable(
    'What one lead uses',
    ['', ...Object.values(USES)],
    uses.map(({ name, use }) => [name, ...Object.values(useOfEach((of) => use[of])).map((count) => count.toFixed(1))]),
  );
  const month = idleMonth(await readAgreement('agreement', 2026));
  printTable(
    'A month in which no lead comes, in dollars',
    ['', 'how many', 'dollars'],
    [...month.rows.map(({ what, count, cost }) => [what, whole(count), money(cost)]), ['all', '', money(month.sum)]],
  );
};

import { isDeepStrictEqual } from 'node:util';
import { gatherFacts } from '../cli/report/gather-facts.ts';
import { keepMeasures } from '../functions/keep-measures/handler.ts';
import { createMemoryMeasuredStore } from '../shared/adapters/memory/memory-measured-store.ts';
import { createSeededIds } from '../shared/adapters/memory/seeded-ids.ts';
import { readAgreement } from '../shared/agreement/read-agreement.ts';
import { measuredText } from '../shared/contracts/documents/measured-lead.ts';
import type { Agreement } from '../shared/domain/agreement/agreement.ts';
import type { FactEvent } from '../shared/domain/lead/fact-event.ts';
import type { MeasuredLead } from '../shared/domain/measures/measured-lead.ts';
import { measure, measuredOf, reportOf } from '../shared/domain/measures/report.ts';
import { createRules } from '../shared/domain/rules.ts';
import { UTC } from '../shared/domain/time/zone.ts';
import type { MeasuredStore } from '../shared/ports/measured-store.ts';
import { createEmbedded } from '../simulator/embedded.ts';
import { sqsRecord } from '../simulator/sqs-record.ts';
import { writeBenchAgreement } from './agreement.ts';
import { dollarsOf, REQUESTS_OF_MESSAGE, sumOf } from './cost/dollars.ts';
import { PRICES } from './cost/prices.ts';
import { feed } from './feed.ts';
import { printTable, whole } from './table.ts';
import { workFolder } from './work-folder.ts';

const FACTS = 1_000_000;
/** Played once; the same leads under other ids make up the rest. */
const LEADS = 5_000;
/** As infra has it. */
const BATCH = 100;
/** What a put or a get counts by, in bytes, and what keys and numbers add. */
const WRITE_UNIT = 1_024;
const READ_UNIT = 4_096;
const KEYS = 80;

const factsOf = async (agreement: Agreement): Promise<readonly FactEvent[]> => {
  const facts: FactEvent[] = [];
  let runtime: ReturnType<typeof createEmbedded> | undefined;
  for (const text of feed({ leads: LEADS })) {
    const { time, 'detail-type': type }: { time: string; 'detail-type': string } = JSON.parse(text);
    const at = Date.parse(time);
    runtime ??= createEmbedded({
      agreement,
      start: at,
      store: { keepHistory: false },
      onFact: (fact) => facts.push(fact),
    });
    await runtime.runBefore(at);
    await runtime.deliver(text, type);
  }
  await runtime?.runToEnd();
  return facts.filter(({ detail }) => detail.leadId !== undefined);
};

/** Under the id of another lead. */
const cloned = (fact: FactEvent, copy: number): FactEvent => ({
  ...fact,
  detail: { ...fact.detail, leadId: `${fact.detail.leadId}-${copy}` },
});

/** Counts what the table would charge. */
const metered = (own: MeasuredStore) => {
  const use = { readUnits: 0, writeUnits: 0 };
  const bytesOf = (lead: MeasuredLead): number => KEYS + Buffer.byteLength(measuredText(lead));
  const measured: MeasuredStore = {
    ...own,
    read: async (leadId) => {
      const lead = await own.read(leadId);
      use.readUnits += lead === undefined ? 1 : Math.ceil(bytesOf(lead) / READ_UNIT);
      return lead;
    },
    keep: (lead, from) => {
      use.writeUnits += Math.ceil(bytesOf(lead) / WRITE_UNIT);
      return own.keep(lead, from);
    },
  };
  return { use, measured };
};

/** A million facts through keep-measures: whether the figures are those of the facts, how fast, and what AWS would charge. */
export const benchMeasures = async (): Promise<void> => {
  const folder = workFolder('measures');
  writeBenchAgreement(folder);
  const agreement = await readAgreement(folder, 2026);
  const facts = await factsOf(agreement);
  const copies = Math.ceil(FACTS / facts.length);
  const { use, measured } = metered(createMemoryMeasuredStore());
  const keep = keepMeasures({
    rules: createRules(agreement),
    measured,
    store: {
      history: async () => {
        throw new Error('No fact is missing, and the history is asked all the same');
      },
    },
    time: { now: () => 0, pause: async () => {} },
    ids: createSeededIds(1),
    observer: { info: () => {}, warn: () => {}, error: console.error, count: () => {}, measure: () => {} },
  });
  let batches = 0;
  let coming: FactEvent[] = [];
  let kept = 0;
  const send = async (): Promise<void> => {
    const Records = coming.map(({ type, detail }, index) =>
      sqsRecord('keep-measures', String(index), JSON.stringify({ 'detail-type': type, detail })),
    );
    const started = performance.now();
    await keep({ Records });
    kept += performance.now() - started;
    batches += 1;
    coming = [];
  };
  const gatherer = gatherFacts();
  for (const fact of facts) {
    for (let copy = 0; copy < copies; copy += 1) {
      const one = cloned(fact, copy);
      gatherer.fact(one);
      coming.push(one);
      if (coming.length === BATCH) await send();
    }
  }
  await send();
  const leads: MeasuredLead[] = [];
  const started = performance.now();
  for await (const page of measured.all()) leads.push(...page.leads);
  const read = performance.now() - started;
  const terms = { zone: UTC, rates: {}, costs: [] };
  const scope = { from: 0, to: 40_000 };
  const ofKept = reportOf(measuredOf(leads, []), agreement, terms, scope);
  const ofFacts = reportOf(measure({ ...gatherer.gathered(), refused: new Map() }, agreement), agreement, terms, scope);
  const all = facts.length * copies;
  const {
    DynamoDB = 0,
    Lambda = 0,
    Logs = 0,
  } = dollarsOf({
    ...use,
    invocations: batches,
    ...{ busEvents: 0, queueMessages: 0, states: 0, publishes: 0 },
  });
  // Sent one by one, received and deleted in batches of ten.
  const SQS = (all + (all / 10) * (REQUESTS_OF_MESSAGE - 1)) * PRICES.queueRequest;
  const perMillion = (dollars: number): string => ((dollars * 1e6) / all).toFixed(2);
  printTable(
    'A million facts through keep-measures',
    ['', ''],
    [
      ['facts', whole(all)],
      ['leads', whole(leads.length)],
      [
        'the figures of the facts',
        isDeepStrictEqual(ofKept.funnel, ofFacts.funnel) &&
        isDeepStrictEqual({ ...ofKept, period: 0 }, { ...ofFacts, period: 0 })
          ? 'yes'
          : 'NO',
      ],
      ['facts a second', whole((all / kept) * 1_000)],
      ['reading all again, ms', whole(read)],
      ['write units', whole(use.writeUnits)],
      ['read units', whole(use.readUnits)],
      ['dollars a million facts: DynamoDB', perMillion(DynamoDB)],
      ['  SQS', perMillion(SQS)],
      ['  Lambda', perMillion(Lambda)],
      ['  logs', perMillion(Logs)],
      ['  all', perMillion(sumOf({ DynamoDB, SQS, Lambda, Logs }))],
    ],
  );
};

import { describe, expect, it } from 'vitest';
import type { Source } from '../../shared/domain/source/source.ts';
import type { SourceEvent } from '../../shared/domain/source/source-event.ts';
import { createEmbeddedSources } from '../../simulator/sources.ts';
import { httpEvent } from '../support/pages/http-event.ts';
import {
  APP_ID,
  HUBSPOT,
  OWNERS,
  type PretendedCrm,
  pretendedHubspot,
  pretendedSalesforce,
  SALESFORCE,
} from '../support/sinks/pretended-crm.ts';
import { HUBSPOT_SINK, openWorld, SALESFORCE_SINK } from '../support/sinks/world.ts';
import { signed } from '../support/sources/signed.ts';
import { sourceOf, TOKEN } from '../support/sources/source.ts';

const JANE = 'jane@mail.example';
const SECRET = 'client-s3cret';
const BUS = 'aws.partner/salesforce.com/00D000000000001/relay';

type World = ReturnType<typeof openWorld>;

/** Reads all that the CRM reports, as the functions of the sources do; answers what came of it. */
const readBack = async (source: Source, reports: readonly unknown[], { host, runtime }: World) => {
  const put: SourceEvent[] = [];
  const ignored: string[] = [];
  const sources = createEmbeddedSources({
    ...{ host, sources: [source], store: runtime.store, ids: runtime.ports.ids, observer: runtime.ports.observer },
    secrets: { read: async () => ({ token: TOKEN, secrets: [SECRET], apiToken: 'token' }) },
    calls: {
      call: async () => {
        const lead = { Id: '00Q000000000000AAA', Email: JANE, LastName: 'Doe' };
        const contact = { id: '100', properties: { email: JANE } };
        return { status: 200, headers: {}, body: JSON.stringify({ ...lead, results: [contact] }) };
      },
    },
    sourceBus: { put: async (events) => void put.push(...events) },
    ignore: (why) => void ignored.push(why),
  });
  for (const [nth, report] of reports.entries()) {
    if (source.kind === 'salesforce-cdc') sources.tell({ id: `event-${nth}`, source: BUS, detail: report });
    else {
      const [path, body] = [`/in/${source.name}/${TOKEN}`, JSON.stringify(report)];
      const url = `https://localhost${path}`;
      const { headers } = signed(source.kind, { url, body, secret: SECRET, now: host.time.now() });
      const { response } = await sources.request(httpEvent({ method: 'POST', path, body, headers }));
      expect(response.status).toBe(200);
    }
  }
  await runtime.settle();
  return { put, ignored };
};

const CRMS = [
  {
    called: 'HubSpot',
    sink: HUBSPOT_SINK,
    source: sourceOf('hubspot', { apiBase: HUBSPOT }),
    property: 'hubspot_owner_id',
    open: pretendedHubspot,
    byAnother: (report: unknown) => JSON.parse(JSON.stringify(report).replaceAll(`"${APP_ID}"`, '"999"')),
  },
  {
    called: 'Salesforce',
    sink: SALESFORCE_SINK,
    source: sourceOf('salesforce-cdc', { apiBase: SALESFORCE, bus: BUS }),
    property: 'OwnerId',
    open: pretendedSalesforce,
    byAnother: (report: unknown) => JSON.parse(JSON.stringify(report).replaceAll('client=golden-hour', 'client=other')),
  },
] as const;

describe.each(CRMS)('what is written into $called', ({ sink, source, property, open, byAnother }) => {
  const changed = async (): Promise<{ world: World; crm: PretendedCrm }> => {
    const crm = open([JANE]);
    const world = openWorld({ sinks: [sink], answer: crm.call });
    await world.capture(JANE);
    for (const rep of ['cem', 'ana', 'ben']) await world.giveTo(JANE, rep);
    await world.accept(JANE);
    await world.pass(3_600_000);
    return { world, crm };
  };

  it('is one write for each change of the owner, and none for what changes nothing there', async () => {
    const { world, crm } = await changed();
    const owners = world.published.flatMap(({ type, detail: { data } }) =>
      type === 'LeadAssigned' && 'rep' in data ? [OWNERS[`${data.rep}@sales.example`]] : [],
    );
    const written = crm.writes.flatMap(({ fields }) => (fields[property] === undefined ? [] : [fields[property]]));
    const changes = written.filter((one, nth) => one !== written[nth - 1]);
    expect(changes).toEqual(owners);
    expect(owners.length).toBeGreaterThanOrEqual(3);
  });

  it('is known when it is reported back, and nothing comes of it', async () => {
    const { world, crm } = await changed();
    expect(crm.reports.length).toBeGreaterThanOrEqual(3);
    const before = crm.writes.length;
    const { put, ignored } = await readBack(source, crm.reports, world);
    expect(put).toEqual([]);
    expect(ignored).toEqual(crm.reports.map(() => 'what we wrote'));
    expect(crm.writes).toHaveLength(before);
  });

  it('is read where somebody else has written it', async () => {
    const { world, crm } = await changed();
    const { put } = await readBack(source, crm.reports.map(byAnother), world);
    expect(put).toHaveLength(crm.reports.length);
  });
});

describe('an app of HubSpot that writes beside the one that tells', () => {
  it('is known by the id that sources.yaml gives', async () => {
    const crm = pretendedHubspot([JANE]);
    const world = openWorld({ sinks: [HUBSPOT_SINK], answer: crm.call });
    await world.capture(JANE);
    const reports = crm.reports.map((report) =>
      JSON.parse(JSON.stringify(report).replaceAll(`"${APP_ID}"`, '"515151"')),
    );
    const source = sourceOf('hubspot', { apiBase: HUBSPOT });
    expect((await readBack(source, reports, world)).put).not.toEqual([]);
    expect((await readBack({ ...source, writer: '515151' }, reports, world)).put).toEqual([]);
  });
});

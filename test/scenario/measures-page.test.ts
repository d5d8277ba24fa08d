import { mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFeed } from '../../cli/feed.ts';
import { sourceOfFeed, sourceOfStore } from '../../cli/page/page-source.ts';
import { type ServedPage, servePage } from '../../cli/page/serve-page.ts';
import { runReport } from '../../cli/report/report.ts';
import { readAgreement } from '../../shared/agreement/read-agreement.ts';
import { answerMeasures, type MeasuresSource } from '../../shared/application/measures/answer-measures.ts';
import { createEmbedded } from '../../simulator/embedded.ts';
import { captured } from '../support/scenario/field-world.ts';
import { collect, writeFeed } from '../support/scenario/what-if.ts';

const AGREEMENT = 'agreement';
const EVENTS = 'examples/sample-day.ndjson';

let source: MeasuresSource;
beforeAll(async () => {
  source = await sourceOfFeed({ agreement: AGREEMENT, events: EVENTS, seed: 1 });
}, 60_000);

const asked = async (address: string, of = source, method = 'GET') => {
  const { pathname, searchParams } = new URL(address, 'http://page.example');
  const {
    statusCode,
    body = '',
    headers = {},
  } = await answerMeasures(of)({
    method,
    path: pathname,
    query: searchParams,
    base: '/m',
  });
  return { status: statusCode, body, headers };
};

/** Text as it stands on the page. */
const words = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('the page of both teams', () => {
  it('lists who is worth another call, and who has room for one', async () => {
    const all = words((await asked('/')).body);
    const count = Number(/Worth another call: (\d+)/.exec(all)?.[1]);
    expect(count).toBeGreaterThan(12);
    expect(all).toContain(`and ${count - 12} more: golden-hour cold-list has them`);
    const dach = words((await asked('/?territory=DACH')).body);
    expect(Number(/Worth another call: (\d+)/.exec(dach)?.[1])).toBeLessThan(count);
  });

  it('shows the figures of the report, section by section', async () => {
    const { status, body } = await asked('/');
    const report = JSON.parse(
      await collect((stdout) => runReport({ agreement: AGREEMENT, events: EVENTS, json: true, seed: 1 }, stdout)),
    );
    expect(status).toBe(200);
    const { cohort } = report.funnel;
    expect(words(body)).toContain(`captured ${cohort.captured} - ${report.funnel.flow.captured}`);
    expect(words(body)).toContain(`Contacted within the hour ${(report.contactWithinHour.rate * 100).toFixed(1)} %`);
    for (const title of [
      'The promise',
      'The agreement',
      'The funnel',
      'Reps',
      'Looking ahead',
      'What the score is worth',
    ])
      expect(words(body)).toContain(title);
    expect(body.match(/<svg/g)?.length).toBeGreaterThanOrEqual(5);
    expect(body).not.toContain('<script');
  });

  it('shows a part of the leads where that is asked for', async () => {
    const all = words((await asked('/')).body);
    const part = words((await asked('/?source=partner&from=2026-11-16&to=2026-11-16')).body);
    expect(part).toContain('2026-11-16 to 2026-11-16');
    expect(part).not.toBe(all);
    expect((await asked('/?from=x')).body).toContain('role="alert"');
  });

  it('gives each table as a file, for the same part of the leads', async () => {
    const { body, headers } = await asked('/tables/territories.csv?territory=Nordics');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toContain('golden-hour-territories.csv');
    const [, ...rows] = body.trim().split('\r\n');
    expect(rows.map((row) => row.split(',')[0])).toEqual(['Nordics']);
    expect((await asked('/tables/none.csv')).status).toBe(404);
  });

  it('links to a lead’s own page: who, its history with the decisions, and each message as sent', async () => {
    const { body } = await asked('/');
    const path = /\/m(\/leads\/[0-9a-f]{32})/.exec(body)?.[1] ?? '';
    const lead = words((await asked(path)).body);
    expect(lead).toMatch(/qualified with \d+ points/);
    expect(lead).toMatch(/goes to .* territory: /);
    expect(lead).toMatch(/Messages, as sent .* to /);
    expect((await asked(`/leads/${'0'.repeat(32)}`)).status).toBe(404);
  });

  it('changes nothing, and says which pages there are not', async () => {
    expect((await asked('/', source, 'POST')).status).toBe(405);
    expect((await asked('/etc/passwd')).status).toBe(404);
    expect((await asked('/', source, 'HEAD')).body).toBe('');
  });
});

const folder = mkdtempSync(join(tmpdir(), 'golden-hour-page-'));

describe('the page of an odd history', () => {
  it('of nothing at all says so', async () => {
    const events = join(folder, 'empty.ndjson');
    writeFileSync(events, '');
    const empty = await sourceOfFeed({ agreement: AGREEMENT, events, seed: 1 });
    const { status, body } = await asked('/', empty);
    expect(status).toBe(200);
    expect(words(body)).toContain('Nothing has come yet');
    expect(words(body)).toContain('Nothing in this period');
    expect(words(body)).toContain('Not enough history');
  });

  it('shows what a form sent as text, whatever it is', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const events = writeFeed([
      captured('2026-11-16T09:00:00Z', 'jo@acme.example', {
        campaign: evil,
        source: '"><script>alert(2)</script>',
        person: { email: 'jo@acme.example', firstName: evil },
      }),
    ]);
    const odd = await sourceOfFeed({ agreement: AGREEMENT, events, seed: 1 });
    const { body } = await asked('/', odd);
    expect(body).not.toContain('<img');
    expect(body).not.toContain('<script');
    expect(body).toContain('&lt;img src=x');
  });

  it('of a deployed stack has the figures of the run that filled its table', async () => {
    const feed = openFeed(EVENTS);
    const runtime = createEmbedded({
      agreement: await readAgreement(AGREEMENT, 2026),
      seed: 1,
      start: feed.start ?? 0,
    });
    for (const { at, detailType, text } of feed.read()) {
      await runtime.runBefore(at);
      await runtime.deliver(text, detailType);
    }
    feed.close();
    await runtime.runToEnd();
    const everything = async function* () {
      yield* runtime.store.everything();
    };
    const stored = await sourceOfStore({ everything }, { agreement: AGREEMENT });
    const until = (html: string): string => words(html).split('What the score is worth')[0] ?? '';
    expect(until((await asked('/', stored)).body)).toBe(until((await asked('/')).body));
  });
});

describe('the page on a laptop', () => {
  let page: ServedPage;
  beforeAll(async () => {
    page = await servePage(source, 0);
  });
  afterAll(() => page.close());

  /** What is answered to a browser that thinks it is at another host. */
  const statusAt = (host: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      request(page.url, { headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });

  it('is served to this machine, under its own name alone', async () => {
    const response = await fetch(page.url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await statusAt('golden-hour.attacker.example')).toBe(421);
    expect(await statusAt('localhost:1')).toBe(200);
  });
});

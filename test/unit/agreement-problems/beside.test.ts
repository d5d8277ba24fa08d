import { describe, expect, it } from 'vitest';
import { type BesideFile, problemsBeside } from '../../support/agreement/beside-folder.ts';

const REPS = `reps:
  - { id: ana, name: Ana, email: ana@example.com, timeZone: UTC, hours: { mon: ["09:00-17:00"] } }
  - { id: ben, name: Ben, email: ben@example.com, timeZone: UTC, hours: {}, alerts: [] }
`;

const SOURCES = `sources:
  - name: demo
    kind: typeform
    activity: demo-requested
    country: DE
    zone: Europe/Berlin
    derive: [company.name]
    test: keep
    map:
      company.domain: "{site}"
      company.employees: { column: size, map: { few: 5, many: 350 }, as: number, unmapped: leave-out }
      person.title: { template: "{title}, {unit}", strip: [Mr], default: none }
  - { name: crm, kind: salesforce-cdc, apiBase: "https://acme.my.salesforce.com", map: { source: crm } }
  - { name: chat, kind: slack, reps: { ana: U1, ben: U2 } }
  - { name: blog, kind: json }
`;

const SINKS = `sinks:
  - { name: erp, kind: webhook, url: "https://erp.example/hook", facts: [LeadAssigned, LeadAccepted] }
  - { name: hub, kind: hubspot, properties: { owner: owner, stage: status }, stages: { won: WON, lost: LOST } }
  - { name: sales, kind: salesforce, apiBase: "https://acme.my.salesforce.com", id: fields.id, reps: { ana: "005", ben: "006" } }
  - { name: cards, kind: teams, reps: [ana] }
`;

const REPORT = `timeZone: Europe/Berlin
currency: EUR
rates: { USD: 0.9, GBP: 1.1 }
costs:
  - { source: fair, from: 2026-01-01, to: 2026-01-02, amount: 5 }
  - { campaign: spring, from: 2026-01-01, to: 2026-01-02, amount: 5, currency: USD }
digest: { day: mon, at: "08:00" }
`;

interface Mistake {
  readonly from: string;
  readonly to: string;
  readonly problem: string;
}

const mistake = (from: string, to: string, problem: string): Mistake => ({ from, to, problem });

/** Each is one problem, wherever others are. */
const MISTAKES: Readonly<Record<BesideFile, { readonly sound: string; readonly mistakes: readonly Mistake[] }>> = {
  sources: {
    sound: SOURCES,
    mistakes: [
      mistake('name: demo', 'name: Demo', 'expected small letters, digits and "-", at most 64, got "Demo"'),
      mistake('activity: demo-requested', 'activity: Demo', 'lower-case words'),
      mistake('country: DE', 'country: UK', '"UK" is no country of ISO 3166-1: did you mean GB?'),
      mistake('zone: Europe/Berlin', 'zone: CET', '"CET" is an abbreviation'),
      mistake('derive: [company.name]', 'derive: [company.name, company.size]', 'got "company.size"'),
      mistake('test: keep', 'tset: keep', 'unknown field "tset"'),
      mistake('company.domain: "{site}"', 'company.domain: [site]', 'expected a constant, a text such as'),
      mistake('column: size', 'colum: x, column: size', 'unknown field "colum"'),
      mistake('few: 5', 'few: [5]', 'expected text, a number, true or false, got a list'),
      mistake('as: number', 'as: numbr', 'expected text, number or flag, got "numbr"'),
      mistake('strip: [Mr]', 'strip: [Mr, 5]', 'expected text, got 5'),
      mistake('person.title:', 'person.job:', 'a lead has no field "person.job"'),
      mistake('name: crm, ', '', 'missing "name"'),
      mistake('apiBase: "https:', 'apiBase: "http:', 'begins with https://'),
      mistake('{ source: crm }', '{ src: crm }', 'a lead has no field "src"'),
      mistake('kind: slack', 'kind: slak', 'got "slak"'),
      mistake('name: blog', 'name: chat', 'another source is called "chat"'),
      mistake('ben: U2', 'ben: 2', 'expected text, got 2'),
    ],
  },
  sinks: {
    sound: SINKS,
    mistakes: [
      mistake('name: erp', 'name: slack', '"slack" is the name of a channel'),
      mistake('kind: webhook', 'kind: webhok', 'expected webhook, hubspot, salesforce, teams, got "webhok"'),
      mistake('url: "https:', 'url: "http:', 'begins with https://'),
      mistake('LeadAccepted]', 'LeadSold]', 'got "LeadSold"'),
      mistake('kind: hubspot,', 'kind: hubspot, fax: 5,', 'unknown field "fax"'),
      mistake('owner: owner', 'owner: "5"', "the CRM's own name of a property"),
      mistake('won: WON', 'won: 5', 'expected text, got 5'),
      mistake('lost: LOST', 'lots: LOST', 'unknown field "lots"'),
      mistake('name: sales', 'name: hub', 'another sink is called "hub"'),
      mistake('id: fields.id', 'id: crm.id', 'a lead has no field "crm.id"'),
      mistake('apiBase: "https://acme.my.salesforce.com", ', '', 'missing "apiBase"'),
      mistake('ana: "005"', 'ana: 5', 'expected text, got 5'),
      mistake('reps: [ana]', 'reps: [ana, zoe]', 'unknown rep "zoe"'),
      mistake('- { name: cards', '- 5\n  - { name: cards', 'expected webhook, hubspot, salesforce, teams, got 5'),
    ],
  },
  report: {
    sound: REPORT,
    mistakes: [
      mistake('timeZone: Europe/Berlin', 'timeZone: CET', '"CET" is an abbreviation'),
      mistake('currency: EUR', 'currency: euros', 'expected a currency such as EUR, got "euros"'),
      mistake('USD: 0.9', 'USD: 0', 'must be above 0'),
      mistake('GBP: 1.1', 'pounds: 1.1', 'expected a currency such as EUR, got "pounds"'),
      mistake('source: fair, from: 2026-01-01', 'source: fair, from: 2026-01-03', 'ends before it begins'),
      mistake('campaign: spring', 'campaign: spring, content: tour', 'expected one of source, campaign, content'),
      mistake('amount: 5, currency: USD', 'amount: -5, currency: USD', 'must not be below 0'),
      mistake('day: mon', 'day: monday', 'expected mon, tue, wed, thu, fri, sat or sun, got "monday"'),
      mistake('at: "08:00"', 'at: "8:00"', 'expected a time such as "08:00", got "8:00"'),
    ],
  },
};

const withMistakes = (text: string, mistakes: readonly Mistake[]): string =>
  mistakes.reduce((now, { from, to }) => {
    if (now.split(from).length !== 2) throw new Error(`${from} is not once in the file`);
    return now.replace(from, to);
  }, text);

const withoutPlace = (problem: string): string => problem.replace(/^\w+\.yaml:\d+:\d+ /, '');

const told = async (file: BesideFile, mistakes: readonly Mistake[]): Promise<readonly string[]> => {
  const problems = await problemsBeside(file, withMistakes(MISTAKES[file].sound, mistakes), { 'reps.yaml': REPS });
  return problems.map(withoutPlace);
};

const FILES: readonly BesideFile[] = ['sources', 'sinks', 'report'];

describe.each(FILES)('%s.yaml', (file) => {
  const { mistakes } = MISTAKES[file];

  it('is sound without a mistake', async () => {
    expect(await told(file, [])).toEqual([]);
  });

  it.each(mistakes)('has one problem where it says $to', async (one) => {
    expect(await told(file, [one])).toEqual([expect.stringContaining(one.problem)]);
  });

  it.each(mistakes)('tells beside $to whatever else is wrong', async (one) => {
    for (const other of mistakes) {
      if (other === one) continue;
      const alone = [...(await told(file, [one])), ...(await told(file, [other]))];
      expect([...(await told(file, [one, other]))].sort(), `with ${other.to}`).toEqual(alone.sort());
    }
  });

  it('tells all of it at once, from top to bottom', async () => {
    const problems = await problemsBeside(file, withMistakes(MISTAKES[file].sound, mistakes), { 'reps.yaml': REPS });
    const lines = problems.map((problem) => Number(problem.split(':')[1]));
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    const alone = await Promise.all(mistakes.map((one) => told(file, [one])));
    expect(problems.map(withoutPlace).sort()).toEqual(alone.flat().sort());
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSinks } from '../../shared/agreement/sinks/read-sinks.ts';
import { UnsoundAgreement } from '../../shared/agreement/unsound-agreement.ts';
import { WEBHOOK_FACTS } from '../../shared/domain/vocabulary/told-facts.ts';

const folder = mkdtempSync(join(tmpdir(), 'sinks-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (yaml: string) => {
  writeFileSync(join(folder, 'sinks.yaml'), yaml);
  return readSinks(folder);
};

const problemsOf = async (yaml: string): Promise<readonly string[]> => {
  try {
    await read(yaml);
    return [];
  } catch (error) {
    if (!(error instanceof UnsoundAgreement)) throw error;
    return error.problems.map((problem) => problem.replace(`${folder}/`, ''));
  }
};

describe('sinks.yaml', () => {
  it('may be missing, or say nothing', async () => {
    rmSync(join(folder, 'sinks.yaml'), { force: true });
    expect(await readSinks(folder)).toEqual([]);
    expect(await read('# nobody yet\n')).toEqual([]);
  });

  it('says as little as it has to', async () => {
    const sinks = await read(`
sinks:
  - { name: erp, kind: webhook, url: https://erp.example/hook }
  - { name: hub, kind: hubspot }
  - { name: sales, kind: salesforce, apiBase: https://acme.my.salesforce.com }
`);
    const crm = { stages: {}, reps: {} };
    expect(sinks).toEqual([
      { name: 'erp', kind: 'webhook', url: 'https://erp.example/hook', facts: WEBHOOK_FACTS },
      {
        ...{ name: 'hub', kind: 'hubspot', apiBase: 'https://api.hubapi.com', ...crm },
        properties: { owner: 'hubspot_owner_id' },
      },
      {
        ...{ name: 'sales', kind: 'salesforce', apiBase: 'https://acme.my.salesforce.com', ...crm },
        ...{ properties: { owner: 'OwnerId' }, idField: 'fields.salesforceId' },
      },
    ]);
  });

  it.each([
    [
      'an unknown kind',
      'sinks: [{ name: a, kind: fax }]',
      /^sinks\.yaml:1:\d+ .*expected webhook, hubspot, salesforce, teams/,
    ],
    [
      'a fact that there is not',
      'sinks: [{ name: a, kind: webhook, url: "https://a.example", facts: [LeadSold] }]',
      /LeadSold/,
    ],
    [
      'an address that others may listen to',
      'sinks: [{ name: a, kind: webhook, url: "http://a.example" }]',
      /begins with https/,
    ],
    [
      'a password in an address',
      'sinks: [{ name: a, kind: webhook, url: "https://u:p@a.example" }]',
      /no name and no password/,
    ],
    ['a property that is none of ours', 'sinks: [{ name: a, kind: hubspot, properties: { phone: phone } }]', /phone/],
    [
      'stages without words',
      'sinks: [{ name: a, kind: hubspot, properties: { stage: hs_lead_status } }]',
      /own word for a stage/,
    ],
    ['words without a property', 'sinks: [{ name: a, kind: hubspot, stages: { won: WON } }]', /no stage to write/],
    ['no address of an organization', 'sinks: [{ name: a, kind: salesforce }]', /apiBase/],
    [
      'a field that no lead has',
      'sinks: [{ name: a, kind: salesforce, apiBase: "https://a.example", id: crm.id }]',
      /no field "crm.id"/,
    ],
    ['a secret', 'sinks: [{ name: a, kind: hubspot, apiToken: pat }]', /apiToken/],
    ['the secret of Teams', 'sinks: [{ name: a, kind: teams, reps: [ana], urls: { ana: x } }]', /unknown field "urls"/],
    ['nobody who gets cards', 'sinks: [{ name: a, kind: teams, reps: [] }]', /must not be empty/],
  ])('is told where it has %s', async (_, yaml, problem) => {
    const problems = await problemsOf(yaml);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
    expect(problems[0]).toMatch(/^sinks\.yaml:1:\d+/);
  });

  it('calls no sink by the name of a channel, whose secrets are kept under it', async () => {
    expect(await problemsOf('sinks:\n  - { name: slack, kind: hubspot }\n')).toEqual([
      expect.stringMatching(/^sinks\.yaml:2:\d+ .*"slack" is the name of a channel: call the sink otherwise/),
    ]);
  });

  it('gives each sink a name of its own', async () => {
    const hub = '{ name: hub, kind: hubspot }';
    expect(await problemsOf(`sinks:\n  - ${hub}\n  - ${hub}\n`)).toEqual([
      expect.stringMatching(/^sinks\.yaml:3:\d+ .*another sink is called "hub"/),
    ]);
  });

  describe('about Teams', () => {
    const rep = (id: string, alerts: string) =>
      `  - { id: ${id}, name: ${id}, email: ${id}@sales.example, timeZone: UTC, hours: { mon-fri: ["09:00-17:00"] }, alerts: ${alerts} }\n`;
    const withReps = async (reps: string, yaml: string) => {
      writeFileSync(join(folder, 'reps.yaml'), `reps:\n${reps}`);
      try {
        return await problemsOf(yaml);
      } finally {
        rmSync(join(folder, 'reps.yaml'));
      }
    };
    const SINK = 'sinks:\n  - name: teams\n    kind: teams\n    reps: [ana, ana, ben]\n';

    it('names each rep once', async () => {
      expect(await withReps(rep('ana', '[email]') + rep('ben', '[email]'), SINK)).toEqual([]);
      expect(await read(SINK)).toEqual([{ name: 'teams', kind: 'teams', reps: ['ana', 'ben'] }]);
    });

    it('names only reps that there are', async () => {
      expect(await withReps(rep('ana', '[email]'), SINK)).toEqual(['sinks.yaml:4:22 unknown rep "ben"']);
    });

    it('names nobody whom nothing else would tell', async () => {
      expect(await withReps(rep('ana', '[email]') + rep('ben', '[]'), SINK)).toEqual([
        'sinks.yaml:4:22 nothing but Teams would tell "ben": give them a channel in reps.yaml',
      ]);
    });

    it('concludes nothing of reps that cannot be read', async () => {
      expect(await withReps('  - { id: ana }\n  - { id: ben, alerts: [fax] }\n', SINK)).toEqual([]);
      expect(await withReps('  - { name: Cem }\n', SINK)).toEqual([]);
    });

    it('names only reps that there are, where only something else of them cannot be read', async () => {
      expect(await withReps('  - { id: ana }\n', SINK)).toEqual(['sinks.yaml:4:22 unknown rep "ben"']);
    });
  });
});

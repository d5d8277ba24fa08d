import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { simulate } from '../../cli/simulate/simulate.ts';
import { collect } from '../support/scenario/what-if.ts';

/** A report of the field, with its agreement and feed. It is not part of the repository. */
const PLACES = ['../../..', '../../../..'].map((up) =>
  join(import.meta.dirname, up, 'shared/cases/field/45-manager-away'),
);
const CASE = PLACES.find((folder) => existsSync(folder)) ?? '';

const line = z.looseObject({
  at: z.string(),
  type: z.string(),
  rep: z.string().nullish(),
  purpose: z.string().nullish(),
  data: z.looseObject({ rep: z.string().optional(), clause: z.string().optional() }).optional(),
});

describe.skipIf(CASE === '')('a report of the field', () => {
  it('45: a lead does not rest for two weeks with a manager who is away: within the hour a fact and a message say so', async () => {
    const options = { agreement: join(CASE, 'agreement'), events: join(CASE, 'feed.ndjson'), json: true, seed: 1 };
    const text = await collect((stdout) => simulate({ ...options, until: Date.parse('2026-12-05T00:00:00Z') }, stdout));
    const lines = text
      .trim()
      .split('\n')
      .map((one) => line.parse(JSON.parse(one)));
    const assigned = lines.filter(({ type }) => type === 'LeadAssigned').at(-1);
    expect(assigned).toMatchObject({
      at: '2026-11-16T10:00:01.000Z',
      data: {
        rep: 'mia',
        decision: {
          by: 'manager',
          reps: [
            { rep: 'mia', excluded: 'away', until: '2026-12-02T00:00:00.000Z' },
            { rep: 'ana', excluded: 'past-owner' },
            { rep: 'ben', excluded: 'past-owner' },
          ],
        },
      },
    });
    const broken = lines.filter(({ type, data }) => type === 'SlaBreached' && data?.rep === 'mia');
    expect(broken).toMatchObject([{ at: '2026-11-16T11:00:01.000Z', data: { clause: 'contact' } }]);
    expect(lines).toContainEqual(
      expect.objectContaining({ at: '2026-11-16T11:00:01.000Z', type: 'Message', rep: 'mia', purpose: 'remind' }),
    );
  });
});

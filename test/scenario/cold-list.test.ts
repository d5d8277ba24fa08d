import { describe, expect, it } from 'vitest';
import { listOfFeed } from '../../cli/cold-list/cold-list.ts';
import { acted, agreementWith, captured, seller } from '../support/scenario/field-world.ts';
import { collect, type Line, type Written, writeAgreement, writeFeed } from '../support/scenario/what-if.ts';

interface Listed {
  readonly email: string;
  readonly was: string;
  readonly score: number;
  readonly since: string;
  readonly rep: string | null;
}

/** Not accepted for half an hour, a lead goes back to marketing. What was read fades by half in four weeks. */
const RECYCLES: Partial<Written> = {
  scoring: {
    hot: 60,
    warm: 20,
    minimum: ['person.email'],
    fit: [],
    behaviour: {
      halfLife: 'P28D',
      actions: [
        { name: 'asked for a demo', kind: 'demo-requested', points: 60, handRaise: true },
        { name: 'read pricing', kind: 'page-viewed', points: 15, atMost: 90 },
      ],
    },
  },
  sla: {
    alert: { within: 'PT24H' },
    accept: { within: 'PT30M', clock: 'wall', steps: [{ at: 'PT30M', do: 'recycle' }] },
  },
};

const listed = async (reps: Written['reps'], lines: readonly Line[], until: string, more: Partial<Written> = {}) => {
  const agreement = writeAgreement(agreementWith(reps, { ...RECYCLES, ...more }));
  const asked = { agreement, events: writeFeed(lines), until: Date.parse(until), seed: 1, most: 25 };
  const text = await collect(async (stdout) => {
    await listOfFeed({ ...asked, json: true }, stdout);
  });
  const told = await collect(async (stdout) => {
    await listOfFeed({ ...asked, json: false }, stdout);
  });
  const document: { readonly all: number; readonly leads: readonly Listed[] } = JSON.parse(text);
  return { ...document, told };
};

/** Reads pricing twice, some weeks before: warm, as the world's `hot` is 60. */
const warm = (email: string, day: string, more: object = {}): Line[] => [
  captured(`${day}T08:00:00Z`, email, more),
  ...['09', '10', '11'].map((hour) => acted(`${day}T${hour}:00:00Z`, email, 'page-viewed')),
];
const hot = (email: string, day: string): Line[] => [
  captured(`${day}T08:00:00Z`, email),
  acted(`${day}T09:00:00Z`, email),
];

const emailsOf = ({ leads }: { readonly leads: readonly Listed[] }) => leads.map(({ email, was }) => `${was} ${email}`);

describe('the cold list', () => {
  it('has who was recycled a month ago, and nobody who was recycled since', async () => {
    const lines = [...hot('old@a.example', '2026-10-01'), ...hot('new@a.example', '2026-10-20')];
    const list = await listed([seller('ana')], lines, '2026-11-05T00:00:00Z');
    expect(emailsOf(list)).toEqual(['recycled old@a.example']);
    expect(list.leads[0]).toMatchObject({ rep: 'ana', since: '2026-10-01T09:30:00.000Z' });
  });

  it('has who is warm and quiet for a week, and nobody who still moves', async () => {
    const lines = [
      ...warm('quiet@a.example', '2026-10-01'),
      ...warm('busy@a.example', '2026-10-01'),
      acted('2026-10-10T10:00:00Z', 'busy@a.example', 'page-viewed'),
      captured('2026-10-01T08:00:00Z', 'cold@a.example'),
    ];
    const until = '2026-10-12T00:00:00Z';
    expect(emailsOf(await listed([seller('ana')], lines, until))).toEqual(['nurtured quiet@a.example']);
    expect(emailsOf(await listed([seller('ana')], lines, '2026-10-05T00:00:00Z'))).toEqual([]);
  });

  it('counts a form that says something new as a sign of life', async () => {
    const again = captured('2026-10-10T08:00:00Z', 'quiet@a.example', { company: { name: 'Acme' } });
    const lines = [...warm('quiet@a.example', '2026-10-01'), again];
    expect(emailsOf(await listed([seller('ana')], lines, '2026-10-12T00:00:00Z'))).toEqual([]);
  });

  it('leaves out who wants neither calls nor mail', async () => {
    const lines = [
      ...warm('no@a.example', '2026-10-01', { consent: { call: false, email: false } }),
      ...warm('mail@a.example', '2026-10-01', { consent: { call: false, email: true } }),
    ];
    expect(emailsOf(await listed([seller('ana')], lines, '2026-10-12T00:00:00Z'))).toEqual(['nurtured mail@a.example']);
  });

  it('has the best score first, and takes one place of a rep for each', async () => {
    const lines = [
      ...warm('older@a.example', '2026-10-01'),
      ...warm('newer@a.example', '2026-10-03'),
      ...warm('newest@a.example', '2026-10-04'),
    ];
    const team = { territories: [{ name: 'All', team: [{ rep: 'ana' }, { rep: 'ben' }] }] };
    const reps = [seller('ana', { capacity: { open: 1 } }), seller('ben', { capacity: { open: 1 } })];
    const list = await listed(reps, lines, '2026-10-12T00:00:00Z', team);
    expect(list.leads.map(({ email, rep }) => `${email} ${rep}`)).toEqual([
      'newest@a.example ana',
      'newer@a.example ben',
      'older@a.example null',
    ]);
    expect(list.told).toContain('3 leads worth another call');
    expect(list.told).toContain('nurtured, since 2026-10-01; All: nobody has room');
  });

  it('passes over a rep who is away', async () => {
    const reps = [seller('ana', { away: [{ from: '2026-10-01', to: '2026-10-31' }] })];
    const list = await listed(reps, warm('quiet@a.example', '2026-10-01'), '2026-10-12T00:00:00Z');
    expect(list.leads).toMatchObject([{ email: 'quiet@a.example', rep: null }]);
  });
});

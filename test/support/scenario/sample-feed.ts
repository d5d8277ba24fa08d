/** An agreement and a feed that use much of both: two territories, overflow, capacity, quiet hours, answers, late events. */

export const AGREEMENT = {
  'scoring.yaml': `hot: 60
minimum: [person.email, company.name]
fit:
  - { name: large company, when: { company.employees: { gte: 200 } }, points: 45 }
  - { name: rival, when: { company.domain: [rival.example] }, points: -100 }
behaviour:
  halfLife: P7D
  actions:
    - { name: asked for a demo, kind: demo-requested, points: 60, handRaise: true }
    - { name: read pricing, kind: page-viewed, when: { url: { contains: /pricing } }, points: 15, atMost: 30 }
`,
  'territories.yaml': `territories:
  - { name: DACH, when: { location.country: [DE, AT, CH] }, team: [{ rep: ana, weight: 2 }, { rep: ben }], overflow: Rest }
  - { name: Rest, team: [{ rep: cem }, { rep: dee }], share: score }
`,
  'reps.yaml': `reps:
  - { id: ana, name: Ana, email: ana@sales.example, phone: "+4915112345678", manager: mia, timeZone: Europe/Berlin, hours: { mon-fri: ["09:00-12:30", "13:30-18:00"] }, capacity: { open: 6 }, quiet: "11:00-11:30" }
  - { id: ben, name: Ben, email: ben@sales.example, manager: mia, timeZone: Europe/Berlin, hours: { mon-fri: ["08:00-17:00"] }, capacity: { perDay: 4 } }
  - { id: cem, name: Cem, email: cem@sales.example, phone: "+447700900111", manager: mia, timeZone: Europe/London, hours: { mon-fri: ["09:00-17:30"] }, alerts: [sms] }
  - { id: dee, name: Dee, email: dee@sales.example, timeZone: America/New_York, hours: { mon-fri: ["08:00-17:00"] } }
  - { id: mia, name: Mia, email: mia@sales.example, timeZone: Europe/Berlin, hours: { mon-fri: ["08:00-18:00"] } }
`,
  'sla.yaml': `alert: { within: PT1H }
accept: { within: PT30M, clock: working, steps: [{ at: PT15M, do: remind }, { at: PT30M, do: reassign }] }
contact: { within: PT2H, clock: working, steps: [{ at: PT1H, do: remind }, { at: PT2H, do: tell-manager }] }
maxOwners: 2
rejectReasons: { not-a-fit: recycle, no-time: reassign, duplicate: close }
`,
  'content.yaml': 'content: []\n',
} as const;

const START = Date.parse('2026-11-02T07:00:00Z');
const MINUTE = 60_000;

const instant = (minutes: number): string => new Date(START + minutes * MINUTE).toISOString();

const line = (id: string, minutes: number, type: string, data: object, occurred = minutes): string =>
  JSON.stringify({
    id,
    source: 'website',
    time: instant(minutes),
    'detail-type': type,
    detail: { metadata: { id, version: 1, occurredAt: instant(occurred) }, data },
  });

/** Leads over two days, in the order of their time; those of one lead are told apart by their number. */
export const feed = (leads: number): readonly string[] =>
  Array.from({ length: leads }, (_, index): readonly string[] => {
    const id = `e${String(index).padStart(3, '0')}`;
    const at = index * 23;
    const email = `lead-${index}@company-${index % 40}.example`;
    const company = { name: `Company ${index % 40}`, employees: index % 3 === 0 ? 20 : 500 };
    const country = ['DE', 'FR', 'AT', 'US'][index % 4];
    const answer = index % 5;
    return [
      line(`${id}-a`, at, 'LeadCaptured', { person: { email }, company, location: { country } }),
      line(
        `${id}-b`,
        at + 2,
        'LeadActivityRecorded',
        { email, kind: 'page-viewed', url: 'https://x.example/pricing' },
        at - 600,
      ),
      line(`${id}-c`, at + 3, 'LeadActivityRecorded', {
        email,
        kind: index % 7 === 0 ? 'page-viewed' : 'demo-requested',
      }),
      ...(answer === 0 || answer === 3 ? [line(`${id}-d`, at + 12, 'RepAnswered', { email, answer: 'accept' })] : []),
      ...(answer === 1
        ? [line(`${id}-d`, at + 14, 'RepAnswered', { email, answer: 'reject', reason: 'no-time' })]
        : []),
      ...(answer === 0 ? [line(`${id}-e`, at + 60, 'LeadContacted', { email, channel: 'phone' })] : []),
      ...(answer <= 2
        ? [line(`${id}-f`, at + 300, 'LeadClosed', { email, outcome: index % 2 === 0 ? 'won' : 'lost' })]
        : []),
    ];
  })
    .flat()
    .toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : 0));

const timeOf = (text: string): string => JSON.parse(text).time;

/** The same lines in another order, the same each time. */
export const shuffled = (lines: readonly string[]): readonly string[] =>
  lines
    .map((text, index) => ({ text, place: (index * 7_919 + 13) % 10_007 }))
    .sort((a, b) => a.place - b.place)
    .map(({ text }) => text);

import type { Agreement } from '../../../shared/domain/agreement/agreement.ts';
import type { FactEvent } from '../../../shared/domain/lead/fact-event.ts';
import type { OutgoingMessage } from '../../../shared/ports/messenger.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { createEmbedded, type Embedded } from '../../../simulator/embedded.ts';
import { always, MINUTE, rep, type SmallParts, smallAgreement, withoutManager } from '../agreement/small-agreement.ts';

/** A Tuesday, 11:00 in Berlin. */
export const START = Date.UTC(2026, 2, 3, 10);

const berlin = { schedule: always('Europe/Berlin') };

/** Ana comes first, then Ben; there is something to send. */
export const storyAgreement = (parts: SmallParts = {}): Agreement => ({
  ...smallAgreement({
    reps: [
      rep('ana', { name: 'Ana Ortiz', ...berlin }),
      rep('ben', { name: 'Ben Yılmaz', ...berlin }),
      rep('cem', { name: 'Cem Kaya', ...berlin }),
      withoutManager(rep('mia', { name: 'Mia Vogel', ...berlin })),
    ],
    ...parts,
  }),
  content: [
    { id: 'roi', title: 'ROI calculator', url: 'https://example.com/roi', after: ['buyers-guide'] },
    {
      id: 'retail',
      title: 'Four hundred stores, one stock level',
      url: 'https://example.com/customers/retail',
      for: { field: 'company.industry', test: { in: ['Retail'] } },
      after: [],
    },
    { id: 'buyers-guide', title: 'Buyer’s guide', url: 'https://example.com/guide', after: [] },
  ],
});

export const JANE = {
  person: {
    email: 'Jane.Doe@acme.example',
    firstName: 'Jane',
    lastName: 'Doe',
    title: 'Head of Operations',
    phone: '+49 (0)30 2345 6789',
  },
  company: { name: 'Acme Stores GmbH', domain: 'acme.example', industry: 'Retail', employees: 1200 },
  location: { country: 'DE', region: 'DE-BE', timeZone: 'Europe/Berlin' },
  interest: 'stock levels',
  campaign: 'spring-retail',
  language: 'de',
  consent: { call: true, email: true },
  fields: { budget: '50k' },
};

const WEEK_BEFORE = [
  { ago: 5 * 1440, kind: 'page-viewed', url: 'https://www.golden.example/pricing', title: 'Pricing' },
  { ago: 3 * 1440, kind: 'content-downloaded', contentId: 'buyers-guide', title: 'Buyer’s guide' },
  { ago: 90, kind: 'page-viewed', url: 'https://www.golden.example/customers/retail' },
  { ago: 6, kind: 'demo-requested', url: 'https://www.golden.example/demo' },
];

export interface Story {
  readonly runtime: Embedded;
  readonly facts: readonly FactEvent[];
  readonly messages: readonly OutgoingMessage[];
  /** Delivers an inbound event now, which occurred so many minutes ago. */
  tell(type: string, data: object, minutesAgo?: number): Promise<void>;
  /** Paths of the links that a rep has got so far, oldest first. */
  links(rep: string): readonly string[];
}

export interface StoryOptions {
  readonly agreement?: Agreement;
  readonly linkBase?: string;
  /** Stands in for ports, such as by ones that fail. */
  readonly replace?: (ports: Ports) => Partial<Ports>;
  /** What is captured; Jane unless told. */
  readonly lead?: {
    readonly person: { readonly email: string; readonly [field: string]: unknown };
    readonly [part: string]: unknown;
  };
}

/** A runtime in which one lead has just been assigned to Ana, and Ana alerted. */
export const startStory = async (options: StoryOptions = {}): Promise<Story> => {
  const { agreement = storyAgreement(), lead = JANE, linkBase, replace } = options;
  const facts: FactEvent[] = [];
  const messages: OutgoingMessage[] = [];
  const runtime = createEmbedded({
    agreement,
    start: START,
    onFact: (fact) => facts.push(fact),
    onMessage: (message) => messages.push(message),
    ...(linkBase === undefined ? {} : { linkBase }),
    ...(replace === undefined ? {} : { replace }),
  });
  let index = 0;
  const tell: Story['tell'] = async (type, data, minutesAgo = 0) => {
    index += 1;
    const time = new Date(runtime.now() - minutesAgo * MINUTE).toISOString();
    const event = { id: `event-${index}`, source: 'website', time, 'detail-type': type, detail: { data } };
    await runtime.deliver(JSON.stringify(event), type);
  };
  for (const { ago, ...activity } of WEEK_BEFORE) {
    await tell('LeadActivityRecorded', { email: lead.person.email, ...activity }, ago);
  }
  await tell('LeadCaptured', lead);
  return {
    runtime,
    facts,
    messages,
    tell,
    links: (who) =>
      messages.filter((message) => message.rep === who).flatMap(({ text }) => /\/a\/[\w-]{22}/.exec(text)?.[0] ?? []),
  };
};

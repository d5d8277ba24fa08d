import type { InboundEvent } from './put-events.ts';

const people = [
  { firstName: 'Jane', lastName: 'Doe', company: 'Acme Werke', country: 'DE', employees: 2400 },
  { firstName: 'Łukasz', lastName: 'Żak', company: 'Nordlys Shipping', country: 'NO', employees: 310 },
  { firstName: '美咲', lastName: '田中', company: 'Hikari Systems', country: 'JP', employees: 870 },
  { firstName: 'Grace', lastName: 'Okafor', company: 'Harbour Retail', country: 'GB', employees: 150 },
];

/** A few people who leave their address and ask for a demo. */
export const sampleLeads = (): readonly InboundEvent[] =>
  people.flatMap(({ firstName, lastName, company, country, employees }, index) => {
    const email = `lead-${index + 1}@${company.toLowerCase().replaceAll(' ', '-')}.example`;
    const source = 'golden-hour-local.website';
    return [
      {
        source,
        detailType: 'LeadCaptured',
        detail: {
          data: {
            person: { email, firstName, lastName, phone: `+120255501${String(index).padStart(2, '0')}` },
            company: { name: company, employees },
            location: { country },
          },
        },
      },
      {
        source,
        detailType: 'LeadActivityRecorded',
        detail: { data: { email, kind: 'page-viewed', url: 'https://www.example.com/pricing', title: 'Pricing' } },
      },
      { source, detailType: 'LeadActivityRecorded', detail: { data: { email, kind: 'demo-requested' } } },
    ];
  });

import { describe, expect, it } from 'vitest';
import { acted, agreementWith, captured, seller, sent, told } from '../support/scenario/field-world.ts';

const JANE = 'jane@north.example';

describe('a producer whose clock is ahead', () => {
  const world = agreementWith([seller('ida'), seller('ole')], {
    territories: [
      { name: 'Norway', when: { 'location.country': 'NO' }, team: [{ rep: 'ida' }] },
      { name: 'Rest', team: [{ rep: 'ole' }] },
    ],
  });
  const ahead = { occurredAt: '2030-01-01T00:00:00Z' };

  it('is right no longer than until somebody says something else', async () => {
    const facts = await told(world, [
      captured('2026-11-16T09:00:00Z', JANE, { location: { country: 'NO' } }, ahead),
      captured('2026-11-16T10:00:00Z', JANE, { location: { country: 'SE' } }),
      acted('2026-11-16T10:00:01Z', JANE),
    ]);
    expect(facts.find(({ type }) => type === 'LeadAssigned')?.data).toMatchObject({ rep: 'ole', territory: 'Rest' });
  });

  it('is right where nobody has said anything since', async () => {
    const facts = await told(world, [
      captured('2026-11-16T09:00:00Z', JANE, { location: { country: 'SE' } }),
      captured('2026-11-16T09:30:00Z', JANE, { location: { country: 'NO' } }, ahead),
      acted('2026-11-16T10:00:01Z', JANE, 'demo-requested', ahead),
    ]);
    expect(facts.find(({ type }) => type === 'LeadAssigned')?.data).toMatchObject({ rep: 'ida', territory: 'Norway' });
  });

  it('closes a lead for now, and it comes back later', async () => {
    const facts = await told(world, [
      captured('2026-11-16T09:00:00Z', JANE, { location: { country: 'NO' } }),
      acted('2026-11-16T09:00:01Z', JANE),
      sent('2026-11-16T11:00:00Z', 'LeadClosed', { email: JANE, outcome: 'lost' }, ahead),
      acted('2026-11-18T10:00:00Z', JANE),
    ]);
    const assigned = facts.filter(({ type }) => type === 'LeadAssigned').map(({ at }) => at);
    expect(assigned).toEqual(['2026-11-16T09:00:01.000Z', '2026-11-18T10:00:00.000Z']);
  });
});

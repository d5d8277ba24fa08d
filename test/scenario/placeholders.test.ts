import { describe, expect, it } from 'vitest';
import { acted, agreementWith, captured, seller, told } from '../support/scenario/field-world.ts';

const NINE = '2026-11-16T09:00:00Z';
const LATER = '2026-11-16T09:05:00Z';
const JO = 'jo@acme.example';

const needs = (...minimum: readonly string[]) => {
  const { scoring, ...rest } = agreementWith([seller('ana')]);
  return { ...rest, scoring: { ...scoring, minimum: ['person.email', ...minimum] } };
};

const typesFor = async (agreement: ReturnType<typeof needs>, ...captures: readonly object[]) => {
  const lines = captures.map((data, i) => captured(`2026-11-16T08:0${i}:00Z`, JO, data));
  const facts = await told(agreement, [...lines, acted(NINE, JO)], LATER);
  return facts.flatMap(({ type, data }) =>
    type === 'LeadIncomplete' ? [data?.missing] : type === 'LeadAssigned' ? [type] : [],
  );
};

describe('a placeholder', () => {
  it.each(['-', 'n/a', 'N.A.', '.', '...', '  ', '\u00a0', 'none', 'unknown', 'test', 'x', '0', 'null', '{{company}}'])(
    'does not fill what marketing must know: %j',
    async (text) => {
      const data = { company: { name: text }, person: { email: JO, phone: text } };
      expect(await typesFor(needs('company.name', 'person.phone'), data)).toEqual([['company.name', 'person.phone']]);
    },
  );

  it('replaces nothing that is known', async () => {
    const captures = [{ company: { name: 'Acme' } }, { company: { name: 'n/a' } }];
    expect(await typesFor(needs('company.name'), ...captures)).toEqual(['LeadAssigned']);
  });

  it('does not exist for conditions', async () => {
    const agreement = agreementWith([seller('ana'), seller('ben')], {
      territories: [
        { name: 'Named', when: { 'company.industry': { exists: true } }, team: [{ rep: 'ana' }] },
        { name: 'Rest', team: [{ rep: 'ben' }] },
      ],
    });
    const lines = [
      captured(NINE, 'a@acme.example', { company: { industry: 'unknown' } }),
      acted(NINE, 'a@acme.example'),
      captured(NINE, 'b@acme.example', { company: { industry: 'Steel' } }),
      acted(NINE, 'b@acme.example'),
    ];
    const facts = await told(agreement, lines, LATER);
    const assigned = facts.filter(({ type }) => type === 'LeadAssigned').map(({ data }) => data?.territory);
    expect(assigned).toEqual(['Rest', 'Named']);
  });

  it.each([
    ['location.country', { location: { country: 'NA' } }],
    ['person.lastName', { person: { email: JO, lastName: 'Null' } }],
    ['fields.allergies', { fields: { allergies: 'none' } }],
  ])('is none where the word is an answer: %s', async (path, data) => {
    expect(await typesFor(needs(path), data)).toEqual(['LeadAssigned']);
  });
});

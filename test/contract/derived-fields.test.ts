import { describe, expect, it } from 'vitest';
import { nodeDigests } from '../../shared/adapters/node/node-digests.ts';
import { translateReceived } from '../../shared/application/receiving/translate-received.ts';
import { isDerived, mergeFields, mergeTold, withoutFreeMail } from '../../shared/domain/capture/capture-fields.ts';
import { DERIVED_FIELDS, type DerivedField } from '../../shared/domain/vocabulary/derived-fields.ts';
import { countryOfNumber } from '../../shared/fields/phone-plan.ts';
import { countryOfZone } from '../../shared/fields/time-zone.ts';
import { sourceOf } from '../support/sources/source.ts';

/** The fields of the lead that a JSON body is. */
const leadOf = async (body: object, derive: readonly DerivedField[] = DERIVED_FIELDS) => {
  const source = sourceOf('json', { derive });
  const { events } = await translateReceived(
    {
      ...{ source: source.name, receivedAt: 0, headers: { 'content-type': 'application/json' } },
      body: Buffer.from(JSON.stringify(body)),
    },
    source,
    { digests: nodeDigests, fetch: async () => ({ missing: 'gone' }) },
  );
  const { location, company, fields } = { ...events[0]?.detail.data };
  return { location, company, fields };
};

const JO = { email: 'jo@acme-tools.co.uk', phone: '+49 89 1234567' };

describe('what other fields tell of a lead', () => {
  it('is its country, by the telephone number, and its company, by the address; and it is said which', async () => {
    expect(await leadOf(JO)).toEqual({
      location: { country: 'DE' },
      company: { name: 'Acme Tools' },
      fields: { derived: 'location.country, company.name' },
    });
  });

  it('never takes the place of what is said', async () => {
    expect(await leadOf({ ...JO, country: 'France', company: 'ACME' })).toEqual({
      location: { country: 'FR' },
      company: { name: 'ACME' },
      fields: undefined,
    });
  });

  it('is only what sources.yaml asks for', async () => {
    expect(await leadOf(JO, [])).toEqual({ location: undefined, company: undefined, fields: undefined });
    expect(await leadOf(JO, ['location.country'])).toEqual({
      location: { country: 'DE' },
      company: undefined,
      fields: { derived: 'location.country' },
    });
  });

  it('is no company where anybody can have the mailbox, and no country where several share the code', async () => {
    expect(await leadOf({ email: 'jo@gmail.com', phone: '+12025550123' })).toEqual({
      location: undefined,
      company: undefined,
      fields: undefined,
    });
  });
});

describe('a lead with a field that was made of others', () => {
  const made = { 'company.name': 'Acme Tools', 'fields.derived': 'company.name' };
  const nobody = { fields: {}, stamps: {} };
  const LATER = Date.UTC(2026, 10, 16, 10);
  const at = (minute: number): string => `2026-11-16T09:0${minute}:00.000Z id`;

  it('keeps what was said before, however much later the other came', () => {
    const said = mergeFields(nobody, { 'company.name': 'ACME Holding' }, at(1), LATER);
    const lead = mergeFields(said, made, at(5), LATER);
    expect(lead.fields).toEqual({ 'company.name': 'ACME Holding' });
  });

  it('has what is said instead, also where that was said before and comes late, and no longer calls it made', () => {
    const lead = mergeFields(nobody, made, at(5), LATER);
    expect([lead.fields, isDerived(lead, 'company.name')]).toEqual([made, true]);
    const after = mergeFields(lead, { 'company.name': 'ACME Holding' }, at(1), LATER);
    expect(after.fields).toEqual({ 'company.name': 'ACME Holding' });
    expect(isDerived(after, 'company.name')).toBe(false);
  });

  it('calls it made also where a browser told it before, in whatever order its fields are kept', () => {
    const { fields, stamps } = mergeFields(nobody, made, at(1), LATER);
    const backwards = Object.fromEntries(Object.entries(fields).toReversed());
    expect(mergeTold(nobody, { fields, stamps }, LATER).fields).toEqual(made);
    expect(mergeTold(nobody, { fields: backwards, stamps }, LATER).fields).toEqual(made);
  });

  it("has no company of a mailbox that is the agreement's own free mail", () => {
    const captured = { 'person.email': 'jo@example.net', ...made };
    expect(withoutFreeMail(captured, ['example.net'])).not.toHaveProperty(['company.name']);
    expect(withoutFreeMail(captured, ['example.org'])).toEqual(captured);
  });
});

describe('a country', () => {
  it.each([
    ['+4989123456', 'DE'],
    ['+442079460999', 'GB'],
    ['+390612345678', 'IT'],
    ['+61491570159', 'AU'],
    ['+77272581234', 'KZ'],
    ['+79161234567', 'RU'],
    ['+12025550123', undefined],
    ['089 123456', undefined],
  ])('of the number %s is %s', (number, country) => {
    expect(countryOfNumber(number)).toBe(country);
  });

  it.each([
    ['Europe/Berlin', 'DE'],
    ['America/New_York', 'US'],
    ['America/Toronto', 'CA'],
    ['Asia/Kolkata', 'IN'],
    ['Asia/Calcutta', 'IN'],
    ['UTC', undefined],
    ['Nowhere/There', undefined],
  ])('of the zone %s is %s', (zone, country) => {
    expect(countryOfZone(zone)).toBe(country);
  });
});

import { describe, expect, it } from 'vitest';
import type { Lead } from '../../shared/domain/lead/lead.ts';
import { smallAgreement } from '../support/agreement/small-agreement.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';

const JANE = 'jane@mail.example';

const leadOf = (s: Scenario): Lead | undefined => [...s.runtime.store.leads()].find(({ email }) => email === JANE);

const ignoredIn = (s: Scenario): readonly unknown[] =>
  s.published.flatMap(({ type, detail }) => (type === 'LeadFieldsIgnored' ? [detail.data] : []));

interface Part {
  readonly person?: { readonly phone: string };
  readonly location?: object;
}

const say = (s: Scenario, time: string, { person, location }: Part, options: { readonly occurredAt?: string } = {}) =>
  s.event(time, 'LeadCaptured', { person: { email: JANE, ...person }, ...(location && { location }) }, options);

const COUNTRY = { location: { country: 'Germany' } };
const PHONE = { person: { phone: '0171 39200099' } };
const REGION = { location: { region: 'Bayern' } };
const POSTAL_CODE = { location: { postalCode: 1067 } };

const READ = {
  'location.country': 'DE',
  'person.phone': '+4917139200099',
  'location.region': 'DE-BY',
  'location.postalCode': '01067',
};

/** Each part a minute after the one before. */
const tell = async (s: Scenario, parts: readonly Part[]): Promise<void> => {
  for (const [nth, part] of parts.entries()) await say(s, `09:0${nth}`, part);
};

const ordersOf = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  items.length < 2
    ? [items]
    : items.flatMap((item, i) => ordersOf(items.toSpliced(i, 1)).map((others) => [item, ...others]));

describe('a lead that is told in parts', () => {
  it('is read as if all had come at once, in whatever order the parts come', async () => {
    const orders = ordersOf([COUNTRY, PHONE, REGION, POSTAL_CODE]);
    expect(orders).toHaveLength(24);
    for (const parts of orders) {
      await play(smallAgreement(), async (s) => {
        await tell(s, parts);
        expect(leadOf(s)?.fields).toMatchObject(READ);
        s.ignoreMessages();
      });
    }
  });

  it('keeps a region that cannot be read yet, and tells so once', () =>
    play(smallAgreement(), async (s) => {
      await tell(s, [REGION, COUNTRY]);
      expect(leadOf(s)?.fields).toMatchObject({ 'fields.location.region': 'Bayern', 'location.region': 'DE-BY' });
      const problem = 'a region without a country that can be read';
      expect(ignoredIn(s)).toEqual([{ fields: [{ path: 'location.region', problem }] }]);
      s.ignoreMessages();
    }));

  it.each([
    ['1017 AB', 'NL', '1017 AB'],
    ['D02 X285', 'IE', 'D02 X285'],
    ['Unter den Linden 77, 10117 Berlin', 'DE', '10117'],
    ['01067 Dresden', 'DE', '01067'],
  ])('has the postal code of %j in %s, though it came before the country', (postalCode, country, expected) =>
    play(smallAgreement(), async (s) => {
      await tell(s, [{ location: { postalCode } }, { location: { country } }]);
      expect(leadOf(s)?.fields['location.postalCode']).toBe(expected);
      s.ignoreMessages();
    }),
  );

  it('has the postal code that was said last, as it was said', () =>
    play(smallAgreement(), async (s) => {
      await tell(s, [{ location: { postalCode: '1017 AB' } }, { location: { postalCode: '3011' } }]);
      await say(s, '09:05', { location: { country: 'NL' } });
      expect(leadOf(s)?.fields['location.postalCode']).toBe('3011');
      s.ignoreMessages();
    }));

  it('has no region of a field that a producer calls so', () =>
    play(smallAgreement(), async (s) => {
      await s.event('09:00', 'LeadCaptured', { person: { email: JANE }, fields: { region: 'BE' } });
      await say(s, '09:01', COUNTRY);
      expect(leadOf(s)?.fields).not.toHaveProperty(['location.region']);
      s.ignoreMessages();
    }));

  it('has nothing left out that the country known of it makes clear', () =>
    play(smallAgreement(), async (s) => {
      await tell(s, [COUNTRY, REGION]);
      expect(ignoredIn(s)).toEqual([]);
      s.ignoreMessages();
    }));

  it('is read by the country that is said with it, and not by the one that was said before', () =>
    play(smallAgreement(), async (s) => {
      await tell(s, [COUNTRY, { person: { phone: '044 668 18 00' }, location: { country: 'CH', region: 'Zürich' } }]);
      expect(leadOf(s)?.fields).toMatchObject({
        'location.country': 'CH',
        'person.phone': '+41446681800',
        'location.region': 'CH-ZH',
      });
      s.ignoreMessages();
    }));

  it('keeps when each part was said: what was said later than a number replaces it, though it comes sooner', () =>
    play(smallAgreement(), async (s) => {
      await say(s, '09:00', { person: { phone: '030 901820' } }, { occurredAt: '08:30' });
      await say(s, '09:01', COUNTRY, { occurredAt: '08:50' });
      await say(s, '09:02', PHONE, { occurredAt: '08:40' });
      expect(leadOf(s)?.fields).toMatchObject({ 'person.phone': '+4917139200099' });
      await say(s, '09:03', { person: { phone: '030 901821' } }, { occurredAt: '08:35' });
      expect(leadOf(s)?.fields).toMatchObject({ 'person.phone': '+4917139200099' });
      s.ignoreMessages();
    }));

  it('is read with what its browser told before', () =>
    play(smallAgreement(), async (s) => {
      await s.event('09:00', 'LeadCaptured', { visitorId: 'v-1', ...PHONE, ...REGION });
      await s.event('09:01', 'LeadCaptured', { visitorId: 'v-1', ...POSTAL_CODE });
      await s.event('09:02', 'LeadCaptured', { visitorId: 'v-1', person: { email: JANE }, ...COUNTRY });
      expect(leadOf(s)?.fields).toMatchObject(READ);
      s.ignoreMessages();
    }));

  it('is read with a country that its browser told before', () =>
    play(smallAgreement(), async (s) => {
      await s.event('09:00', 'LeadCaptured', { visitorId: 'v-1', ...COUNTRY });
      await s.event('09:01', 'LeadCaptured', { visitorId: 'v-1', ...REGION });
      await s.event('09:02', 'LeadCaptured', {
        visitorId: 'v-1',
        person: { email: JANE, ...PHONE.person },
        ...POSTAL_CODE,
      });
      expect(leadOf(s)?.fields).toMatchObject(READ);
      s.ignoreMessages();
    }));
});

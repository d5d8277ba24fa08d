import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneNamed } from '../../examples/zone-named.ts';
import { isGsm7, SEGMENT_SEPTETS, septets } from '../../shared/domain/alert/channels/sms/gsm7.ts';
import { composeAvailability, composeAvailabilityHelp } from '../../shared/domain/answer/compose-availability.ts';
import { understandAvailability } from '../../shared/domain/answer/understand-availability.ts';
import { MESSAGE_LANGUAGES } from '../../shared/domain/language/message-language.ts';
import { NO_LOAD } from '../../shared/domain/routing/rep-load.ts';

const BERLIN = zoneNamed('Europe/Berlin');

/** A Thursday, 14:20 in Berlin. */
const NOW = Date.parse('2026-11-26T13:20:00Z');

const understand = (text: string) => understandAvailability(text, BERLIN, NOW);
const ends = (text: string): string | undefined => {
  const said = understand(text);
  return said?.state === 'away' && said.to !== undefined ? new Date(said.to).toISOString() : said?.state;
};

describe('a text that says when leads may come', () => {
  it.each([
    ['OFF', '2026-11-26T23:00:00.000Z'],
    ['off.', '2026-11-26T23:00:00.000Z'],
    ['OFF today', '2026-11-26T23:00:00.000Z'],
    ['OFF until 17:00', '2026-11-26T16:00:00.000Z'],
    ['Off until 17.00', '2026-11-26T16:00:00.000Z'],
    ['off till 5pm', '2026-11-26T16:00:00.000Z'],
    ['off until 5:30 PM', '2026-11-26T16:30:00.000Z'],
    ['OFF until 8:00', '2026-11-27T07:00:00.000Z'],
    ['OFF until 12am', '2026-11-26T23:00:00.000Z'],
    ['OFF until tomorrow', '2026-11-26T23:00:00.000Z'],
    ['OFF until tomorrow 9:00', '2026-11-27T08:00:00.000Z'],
    ['OFF until 3 Dec', '2026-12-02T23:00:00.000Z'],
    ['OFF until 3rd December!', '2026-12-02T23:00:00.000Z'],
    ['OFF until Dec 3', '2026-12-02T23:00:00.000Z'],
    ['off, until 3 Dec 17:00', '2026-12-03T16:00:00.000Z'],
    ['off until 3 Dec at 9am', '2026-12-03T08:00:00.000Z'],
    ['OFF UNTIL 2026-12-03', '2026-12-02T23:00:00.000Z'],
    ['OFF until 3 Jan', '2027-01-02T23:00:00.000Z'],
    ['OFF until 3 Jan 2027', '2027-01-02T23:00:00.000Z'],
    ['OFF until 29 Mar 2027 9:00', '2027-03-29T07:00:00.000Z'],
    ['OFF until Monday', '2026-11-29T23:00:00.000Z'],
    ['OFF until mon 9:00', '2026-11-30T08:00:00.000Z'],
    ['OFF until Thu', '2026-12-02T23:00:00.000Z'],
    ['ＯＦＦ until Friday', '2026-11-26T23:00:00.000Z'],
  ])('%s', (text, end) => {
    expect(ends(text)).toBe(end);
  });

  it.each(['BACK', 'back', 'Back!', ' back. '])('%j ends it', (text) => {
    expect(understand(text)).toEqual({ state: 'back' });
  });

  it.each([
    'OFF until yesterday',
    'OFF until 3 Nov',
    'OFF until 2026-11-01',
    'OFF until 3 Dec 2035',
    'OFF until 31 Feb',
    'OFF until 25:00',
    'OFF until 13pm',
    'OFF until 5',
    'OFF until 3/12',
    'OFF until',
    'OFF for a while',
    'OFF?',
    'OFF until 3 Dec?',
    'back soon',
    'back?',
  ])('%s is not understood', (text) => {
    expect(understand(text)).toEqual({ state: 'unclear' });
  });

  it.each(['1', '2 3', 'offer', 'backoffice', 'I am off', 'STOP', ''])('%j speaks of something else', (text) => {
    expect(understand(text)).toBeUndefined();
  });

  it.each(['OFF give back', 'OFF until 17:00 GIVE BACK', 'off until 3 dec giveback'])('%s gives leads back', (text) => {
    expect(understand(text)).toMatchObject({ state: 'away', giveBack: true });
  });

  it('never lies in the past, and no text throws', () => {
    const words = [
      'off',
      'until',
      '3',
      'dec',
      'mon',
      '17:00',
      '5pm',
      'tomorrow',
      '2026-11-26',
      'give',
      'back',
      '?',
      '31',
    ];
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fc.constantFrom(...words)).map((said) => `off ${said.join(' ')}`),
        ),
        fc.integer({ min: 0, max: 800 * 86_400_000 }).map((later) => NOW + later),
        (text, now) => {
          const said = understandAvailability(text, BERLIN, now);
          if (said?.state === 'away') expect(said.to).toBeGreaterThan(now);
        },
      ),
    );
  });
});

describe('what comes back', () => {
  const away = { why: 'away', from: NOW, to: Date.parse('2026-12-02T23:00:00Z') } as const;

  it('says until when, in the zone of the rep, and what becomes of the leads', () => {
    const load = { ...NO_LOAD, unanswered: ['a', 'b', 'c'], absence: { ...away, returned: ['a', 'b'] } };
    expect(composeAvailability(load, { zone: BERLIN, language: 'en' }, NOW)).toBe(
      'No leads until Thursday 3 December 2026, 00:00 (Europe/Berlin). 2 leads given back. 1 lead still waits for you. Reply BACK to end it.',
    );
  });

  it('says that leads come again', () => {
    expect(composeAvailability(NO_LOAD, { zone: BERLIN, language: 'en' }, NOW)).toBe(
      'You are back: leads come again in your hours of work.',
    );
  });

  it('is in the language of the rep', () => {
    const load = { ...NO_LOAD, absence: { ...away, returned: ['a'] } };
    expect(composeAvailability(load, { zone: BERLIN, language: 'de' }, NOW)).toBe(
      'Keine Leads bis Donnerstag, 3. Dezember 2026, 00:00 (Europe/Berlin). 1 Lead zurückgegeben. Zum Beenden mit BACK antworten.',
    );
  });

  it.each(MESSAGE_LANGUAGES)('fits into one segment in %s', (language) => {
    const ids = (count: number) => Array.from({ length: count }, (_, index) => `lead-${index}`);
    const farAway = zoneNamed('America/Argentina/Buenos_Aires');
    const to = Date.parse('2026-12-30T15:00:00Z');
    const longest = { ...NO_LOAD, unanswered: ids(100), absence: { ...away, to, returned: ids(50) } };
    const texts = [
      composeAvailability(longest, { zone: farAway, language }, NOW),
      composeAvailability(NO_LOAD, { zone: farAway, language }, NOW),
      composeAvailability(
        { ...NO_LOAD, absence: { why: 'paused', from: NOW, lapses: 3 } },
        { zone: farAway, language },
        NOW,
      ),
      composeAvailabilityHelp('unclear', language),
      composeAvailabilityHelp('sharedPhone', language),
    ];
    for (const text of texts) {
      expect(isGsm7(text), text).toBe(true);
      expect(septets(text), text).toBeLessThanOrEqual(SEGMENT_SEPTETS);
    }
  });
});

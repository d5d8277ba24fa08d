import anyAscii from 'any-ascii';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeEmail } from '../../shared/domain/alert/channels/email/compose-email.ts';
import { composeSms } from '../../shared/domain/alert/channels/sms/compose-sms.ts';
import { defanged, withoutLinks } from '../../shared/domain/alert/text/clean-text.ts';
import { handovers } from '../support/scenario/handovers.ts';

const label = fc.string({ unit: fc.constantFrom(...'abzABZ019-'), minLength: 1, maxLength: 12 });
const host = fc
  .tuple(label, fc.constantFrom('evil', 'gh-login', 'a1'), fc.constantFrom('com', 'de', 'co.uk', 'XYZ'))
  .map((all) => all.join('.'));
const before = fc.constantFrom('', 'www.', 'https://', 'HTTP://', 'a@', 'mailto:a@');
const after = fc.constantFrom('', '/', '/x', '?x=1', ':8080', '#pay');
const linkLike = fc.tuple(before, host, after).map((all) => all.join(''));

/** What phones and mail clients make a link of. */
const LINKED = /:\/\/|www\.|\S@\S|[a-z0-9]\.[a-z]{2}/i;

describe('whatever is written where a name belongs', () => {
  it.each([
    'evil.com?x=1',
    'evil.com:8080',
    'EVIL.COM#pay',
    'www.evil.com',
    'gh-login.com',
    '+491700000',
    'a@evil.com',
  ])('%s is no link in an SMS and in a subject', (word) => {
    expect(withoutLinks(`Jane ${word} Doe`)).not.toMatch(LINKED);
    expect(withoutLinks(`Jane ${word} Doe`)).not.toContain('491700000');
  });

  it('a host of any form is none either', () => {
    fc.assert(
      fc.property(handovers, linkLike, (given, word) => {
        const fields = { 'person.firstName': 'Jane', 'person.lastName': word, 'company.name': word };
        const named = { ...given, lead: { ...given.lead, email: 'jane@own.example', fields } };
        expect(withoutLinks(word)).not.toMatch(LINKED);
        expect(composeSms(named, anyAscii).toLowerCase()).not.toContain(word.toLowerCase());
        expect(composeEmail(named, anyAscii).subject.toLowerCase()).not.toContain(word.toLowerCase());
      }),
      { numRuns: 300 },
    );
  });

  it("the lead's own domain may be its company's name", () => {
    expect(withoutLinks('Booking.example', ['booking.example'])).toBe('Booking.example');
    expect(withoutLinks('Booking.example')).toBe('Booking .example');
  });
});

describe('a URL in a value of an e-mail', () => {
  it('is shown so that nobody opens it, unless it is of the lead', () => {
    expect(defanged('see https://evil.com/pay and HTTP://x.evil')).toBe('see hxxps://evil.com/pay and hxxp://x.evil');
    const own = ['acme.example'];
    expect(defanged('https://www.acme.example/a https://acme.example', own)).toBe(
      'https://www.acme.example/a https://acme.example',
    );
    expect(defanged('https://acme.example@evil.com/', own)).toBe('hxxps://acme.example@evil.com/');
  });
});

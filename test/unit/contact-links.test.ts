import { describe, expect, it } from 'vitest';
import { callLink, contactLinks } from '../../shared/pages/contact-links.ts';

const linksOf = (fields: Readonly<Record<string, string | boolean>>, language: 'en' | 'de' = 'en') =>
  contactLinks({ fields, email: 'jane@acme.example' }, language);

describe('a link to call by', () => {
  it.each([
    ['+493023456789', 'tel:+493023456789'],
    ['+49 (0)30 2345 6789', 'tel:+493023456789'],
    ['(030) 23 45-67', 'tel:030234567'],
    ['+493023456789;ext=45', 'tel:+493023456789,45'],
    ['+49 30 2345 6789 ext. 45', 'tel:+493023456789,45'],
    ['(030) 23 45 67 x12', 'tel:030234567,12'],
    ['030 234567 Durchwahl 12', 'tel:030234567,12'],
    ['0800 CALL ME', undefined],
    ['ext. 45', undefined],
    ['', undefined],
  ])('of %s is %s', (phone, href) => {
    expect(callLink(phone)).toBe(href);
  });
});

describe('the ways to reach somebody', () => {
  it('show a number with its extension in the reader’s words', () => {
    const phone = '+493023456789;ext=45';
    expect(linksOf({ 'person.phone': phone }).phone).toBe('+493023456789 ext. 45');
    expect(linksOf({ 'person.phone': phone }, 'de').phone).toBe('+493023456789 Durchwahl 45');
  });

  it('offer none that is refused', () => {
    const refused = { 'person.phone': '+493023456789;ext=45', 'consent.call': false, 'consent.email': false };
    expect(linksOf(refused)).not.toHaveProperty('callHref');
    expect(linksOf(refused)).not.toHaveProperty('mailHref');
  });
});

describe('a mail to the lead', () => {
  const subjectOf = (fields: Readonly<Record<string, string>>, language: 'en' | 'de' = 'en') =>
    /^mailto:jane@acme\.example\?subject=([\w%.~!*'()-]+)$/.exec(linksOf(fields, language).mailHref ?? '')?.[1] ?? '';

  it('has a subject about what they asked for, in their language before that of the rep', () => {
    expect(decodeURIComponent(subjectOf({ interest: 'stock levels' }))).toBe('About stock levels');
    expect(decodeURIComponent(subjectOf({ interest: 'Lager', language: 'de-AT' }))).toBe('Zu Ihrem Interesse: Lager');
    expect(decodeURIComponent(subjectOf({ language: 'ja' }, 'de'))).toBe('Ihre Anfrage');
    expect(decodeURIComponent(subjectOf({}))).toBe('Your enquiry');
  });

  it('takes no more than its subject from what a form was filled in with', () => {
    const evil = 'a&bcc=eve@evil.example?x#y%0d%0aBcc: z\r\nCc: q';
    expect(subjectOf({ interest: evil })).not.toMatch(/[&?#=:]|%0[ad]/i);
  });
});

import anyAscii from 'any-ascii';
import { describe, expect, it } from 'vitest';
import { zoneNamed } from '../../examples/zone-named.ts';
import { CHANNEL_RULES } from '../../shared/domain/alert/channels/channels.ts';
import { composeEmail } from '../../shared/domain/alert/channels/email/compose-email.ts';
import { composeSms, LinkUnfitError } from '../../shared/domain/alert/channels/sms/compose-sms.ts';
import { septets, toGsm7 } from '../../shared/domain/alert/channels/sms/gsm7.ts';
import type { Handover } from '../../shared/domain/alert/text/handover.ts';
import type { Fields } from '../../shared/domain/condition/condition.ts';
import type { Channel } from '../../shared/domain/vocabulary/channels.ts';
import { countSeptets, HANDOVER, LINK } from '../support/scenario/handover-sample.ts';

const sms = (change: Partial<Handover> = {}) => composeSms({ ...HANDOVER, ...change }, anyAscii);
const email = (change: Partial<Handover> = {}) => composeEmail({ ...HANDOVER, ...change }, anyAscii);
const withFields = (fields: Fields) => ({ lead: { email: 'jane.doe@acme.example', fields } });
const MANAGER = { name: 'Mia Berg', zone: zoneNamed('America/New_York'), language: 'en' } as const;
const LONGEST_LINK = `https://${'x'.repeat(82)}`;

const { due: _due, link: _link, ...rest } = HANDOVER;
const TAKEN_AWAY: Handover = { ...rest, purpose: 'taken-away' };

describe('an SMS', () => {
  it('says who, why and by when, and ends with the link', () => {
    expect(sms()).toBe(`Hot lead: Jane Doe (asked for a demo 4 min ago). Accept by Tue 14:30 ${LINK}`);
  });

  it('has words of its own for each purpose and clause', () => {
    const at = Date.UTC(2026, 2, 3, 13, 30);
    const link = 'https://a.example/x';
    const texts = (['alert', 'remind', 'tell-manager'] as const).flatMap((purpose) =>
      (['accept', 'contact', 'verdict'] as const).map((clause) => sms({ purpose, due: { clause, at }, link })),
    );
    expect(texts).toEqual([
      'Hot lead: Jane Doe, Acme GmbH (asked for a demo 4 minutes ago; large company). Accept by Tue 14:30 https://a.example/x',
      'Hot lead: Jane Doe, Acme GmbH (asked for a demo 4 minutes ago; large company). Contact by Tue 14:30 https://a.example/x',
      'Hot lead: Jane Doe, Acme GmbH (asked for a demo 4 minutes ago; large company). Decide by Tue 14:30 https://a.example/x',
      'Reminder: Jane Doe, Acme GmbH (asked for a demo 4 minutes ago; large company). Answer due Tue 14:30 https://a.example/x',
      'Reminder: Jane Doe, Acme GmbH (asked for a demo 4 minutes ago; large company). Contact due Tue 14:30 https://a.example/x',
      'Reminder: Jane Doe, Acme GmbH (asked for a demo 4 minutes ago; large company). Verdict due Tue 14:30 https://a.example/x',
      'Ana Ortiz has not accepted Jane Doe, Acme GmbH (asked for a demo 4 minutes ago; large company). Due Tue 14:30 https://a.example/x',
      'Ana Ortiz has not contacted Jane Doe, Acme GmbH (asked for a demo 4 minutes ago; large company). Due Tue 14:30 https://a.example/x',
      'Ana Ortiz has not decided on Jane Doe, Acme GmbH (asked for a demo 4 minutes ago; large company). Due Tue 14:30 https://a.example/x',
    ]);
  });

  it('tells a manager who gets it in place of the owner whose lead it is', () => {
    expect(sms({ to: MANAGER, link: 'https://a.example/x' })).toBe(
      'Hot lead for Ana Ortiz: Jane Doe, Acme GmbH (asked for a demo 4 minutes ago; large company). Accept by Tue 08:30 https://a.example/x',
    );
  });

  it('gives the time in the zone of whoever gets it', () => {
    expect(sms({ to: { name: 'Ana Ortiz', zone: zoneNamed('Asia/Kathmandu'), language: 'en' } })).toContain(
      'Accept by Tue 19:15 ',
    );
    expect(sms({ to: { name: 'Ana Ortiz', zone: zoneNamed('Pacific/Auckland'), language: 'en' } })).toContain(
      'Accept by Wed 02:30 ',
    );
  });

  it('shows midnight as 00:00 and cuts seconds off', () => {
    const due = { clause: 'accept', at: Date.UTC(2026, 2, 3, 23, 0, 59) } as const;
    expect(sms({ due })).toContain('Accept by Wed 00:00 ');
  });

  it('does without a time, a link and a reason', () => {
    const { due: _, link: __, trigger: ___, ...bare } = HANDOVER;
    expect(composeSms({ ...bare, reasons: [] }, anyAscii)).toBe('Hot lead: Jane Doe, Acme GmbH');
  });

  it('names what made the lead hot and how long ago, then what counts most', () => {
    const link = 'https://a.example/x';
    const since = (ms: number): string => {
      const trigger = { name: 'read pricing', at: HANDOVER.now - ms };
      return sms({ link, trigger }).replace(/^.*\(|\).*$/g, '');
    };
    expect(since(59_999)).toBe('read pricing just now; asked for a demo');
    expect(since(60_000)).toBe('read pricing 1 minute ago; asked for a demo');
    expect(since(3_600_000)).toBe('read pricing 1 hour ago; asked for a demo');
    expect(since(47 * 3_600_000)).toBe('read pricing 1 day ago; asked for a demo');
    expect(since(50 * 86_400_000)).toBe('read pricing 50 days ago; asked for a demo');
    expect(since(-5_000)).toBe('read pricing just now; asked for a demo');
    expect(sms({ link, trigger: { name: 'large company' } })).toContain('(large company; asked for a demo)');
  });

  it('names no reason where all count against the lead', () => {
    const { trigger: _, ...untold } = HANDOVER;
    const reasons = [{ name: 'competitor', points: -100 }];
    expect(composeSms({ ...untold, reasons }, anyAscii)).toContain('Hot lead: Jane Doe, Acme GmbH. Accept');
  });

  it('gives up the rest before the name, the reason and the deadline', () => {
    const named = (company: string, last: string, link = LONGEST_LINK) =>
      sms({
        link,
        ...withFields({ 'person.firstName': 'Jane', 'person.lastName': last, 'company.name': company }),
      }).replace(link, '');
    const shorter = (letters: number) => LONGEST_LINK.slice(0, -letters);
    expect(named('Acme', 'Doe', shorter(60))).toBe(
      'Hot lead: Jane Doe, Acme (asked for a demo 4 minutes ago; large company). Accept by Tue 14:30 ',
    );
    expect(named('Acme', 'Doe', shorter(20))).toBe(
      'Hot lead: Jane Doe, Acme (asked for a demo 4 minutes ago). Accept by Tue 14:30 ',
    );
    expect(named('Acme Holding', 'Doe', shorter(13))).toBe(
      'Hot lead: Jane Doe, Acme Holding (asked for a demo 4 min ago). Accept by Tue 14:30 ',
    );
    expect(named('Acme International Trading', 'Doe', shorter(22))).toBe(
      'Hot lead: Jane Doe, Acme International... (asked for a demo 4 min ago). Accept by Tue 14:30 ',
    );
    expect(named('Acme', 'Doe')).toBe('Hot lead: Jane Doe (asked for a demo 4 min ago). Accept by Tue 14:30 ');
    expect(named('Acme', 'Featherston')).toBe('Hot lead: Jane Featherston (asked for a demo 4 min ago). By Tue 14:30 ');
    expect(named('Acme', 'Featherstonehaugh')).toBe(
      'Hot lead: Jane Featherstonehaugh (asked for a demo). By Tue 14:30 ',
    );
    expect(named('Acme', 'Featherstonehaugh-Cholmondeley')).toBe(
      'Hot lead: J. Featherstonehaugh... (asked for a demo). By Tue 14:30 ',
    );
  });

  it('cuts a long reason between words', () => {
    const trigger = { name: 'downloaded the comparison of every plan that we sell', at: HANDOVER.now };
    expect(sms({ link: LONGEST_LINK, trigger })).toBe(
      `Hot lead: Jane Doe (downloaded the comparison of...). By Tue 14:30 ${LONGEST_LINK}`,
    );
  });

  it('keeps the letters of its alphabet and writes the others in Latin', () => {
    const name = (first: string, last: string) =>
      sms(withFields({ 'person.firstName': first, 'person.lastName': last }))
        .slice(10)
        .split(' (')[0];
    expect(name('José', 'Müller-Ñuñez')).toBe('José Müller-Ñuñez');
    expect(name('Łukasz', 'Dvořák')).toBe('Lukasz Dvorak');
    expect(name('Γιώργος', 'Ωνάσης')).toBe('Giorgos Onasis');
    expect(name('Анна', 'Иванова')).toBe('Anna Ivanova');
    expect(name('王', '小明')).toBe('Wang XiaoMing');
  });

  it('takes the company for a name that leaves nothing, and says so where there is neither', () => {
    const who = (fields: Fields) => sms(withFields(fields)).slice(10).split(' (')[0];
    expect(who({ 'person.firstName': '🚀', 'person.lastName': '\u200b\u202e', 'company.name': 'Acme' })).toBe('Acme');
    expect(who({ 'person.firstName': '\ud800', 'company.name': '👑👑' })).toBe('a lead with no name');
    expect(who({})).toBe('a lead with no name');
  });

  it('holds no second link, whatever a form was filled in with', () => {
    const text = sms(
      withFields({ 'person.firstName': 'Win http://evil.example/x', 'company.name': 'evil.example/y A/S' }),
    );
    expect(text).toContain('Hot lead: Win, A/S (');
    expect(text).not.toContain('evil');
  });

  it('says how to reply where it can be replied to and room is left, to its owner who has yet to accept', () => {
    const takesReplies = true;
    const link = 'https://a.example/x';
    const due = { clause: 'accept', at: Date.UTC(2026, 2, 3, 13, 30) } as const;
    expect(sms({ takesReplies, link, due })).toBe(
      `Hot lead: Jane Doe, Acme GmbH (asked for a demo 4 minutes ago; large company). Accept by Tue 14:30. Reply 1 to accept. ${link}`,
    );
    expect(sms({ takesReplies, link, due, purpose: 'remind' })).toBe(
      `Reminder: Jane Doe, Acme GmbH (asked for a demo 4 minutes ago; large company). Answer due Tue 14:30. Reply 1 to accept. ${link}`,
    );
    expect(sms({ takesReplies, link: LONGEST_LINK, due })).not.toContain('Reply');
    for (const clause of ['contact', 'verdict'] as const) {
      expect(sms({ takesReplies, link, due: { ...due, clause } })).not.toContain('Reply');
    }
    expect(sms({ takesReplies, link, due, to: MANAGER })).not.toContain('Reply');
    expect(sms({ takesReplies, link, due, purpose: 'tell-manager' })).not.toContain('Reply');
    expect(composeSms({ ...TAKEN_AWAY, takesReplies }, anyAscii)).not.toContain('Reply');
  });

  it('says so in exactly one segment, and not in one septet more', () => {
    const linked = (length: number): string =>
      sms({ takesReplies: true, link: `https://a.example/${'x'.repeat(length)}` });
    const longest = Array.from({ length: 72 }, (_, length) => linked(length)).findLast((text) =>
      text.includes('Reply'),
    );
    expect(countSeptets(longest ?? '')).toBe(160);
  });

  it('counts the septets of the extension table twice', () => {
    expect(septets('a€[]')).toBe(7);
    const text = sms({ link: LONGEST_LINK, ...withFields({ 'person.firstName': '{[^|~]}€'.repeat(20) }) });
    expect(countSeptets(text)).toBeLessThanOrEqual(160);
    expect(text.endsWith(` ${LONGEST_LINK}`)).toBe(true);
  });

  it('refuses a link too long for it, and does not tell the link', () => {
    const link = `https://${'x'.repeat(83)}`;
    expect(() => sms({ link })).toThrow(LinkUnfitError);
    expect(() => sms({ link })).toThrow(/takes 91 septets/);
    expect(() => sms({ link })).not.toThrow(/xxx/);
    expect(() => sms({ link: 'https://a.example/a b' })).toThrow(LinkUnfitError);
    expect(() => sms({ link: 'https://ä́.example/\n' })).toThrow(LinkUnfitError);
  });
});

describe('GSM-7 text', () => {
  it('composes accents before it looks for them in the alphabet', () => {
    expect(toGsm7('Jose\u0301 Mu\u0308ller', anyAscii)).toBe('José Müller');
  });

  it('is one line, without emoji, marks of direction or what has no transliteration', () => {
    expect(toGsm7(' Jane\r\n\u2028Doe \u202e👩‍💻🇩🇪\u0007', () => '\u0000\n…')).toBe('Jane Doe');
    expect(toGsm7('ʻOkina `x`', anyAscii)).toBe("'Okina 'x'");
  });

  it('fits one segment for 10,000 names in 20 scripts, and each is readable', () => {
    const names = namesInManyScripts(500);
    expect(names).toHaveLength(10_000);
    const texts = names.map(([first, last, company]) =>
      sms({
        link: LONGEST_LINK,
        ...withFields({ 'person.firstName': first, 'person.lastName': last, 'company.name': company }),
      }),
    );
    const readable = /^Hot lead: (?!a lead with no name)\S.*\. (Accept by|By) Tue 14:30 https:\/\/x{82}$/;
    expect(texts.filter((text) => !(countSeptets(text) <= 160 && readable.test(text)))).toEqual([]);
  });
});

describe('an e-mail', () => {
  it('holds the whole context', () => {
    expect(email()).toMatchObject({
      subject: 'Hot lead: Jane Doe, Acme GmbH (asked for a demo 4 minutes ago; large company). Accept by Tue 14:30',
      text: `Hello Ana Ortiz,

Here is a hot lead: Jane Doe of Acme GmbH.

What to do: accept or reject the lead.
Due: Tuesday 3 March 2026, 14:30 (Europe/Berlin)
Open the lead: ${LINK}

WHO
Name: Jane Doe
Phone: +4930123456
E-mail: Jane.Doe@acme.example
Title: Head of Sales
Company: Acme GmbH
Industry: Retail
Employees: 1,200
Country: DE
Time zone: Europe/Berlin
Interest: enterprise plan
- budget: 50k

WHY HOT: SCORE 92.25
- +60 asked for a demo 4 minutes ago
- +25 large company
- +12.25 read pricing
- -5 student

WHAT THEY READ AND DID, NEWEST FIRST
- 3 March 2026, 13:02: demo requested, https://acme.example/demo
- 3 March 2026, 12:02: page viewed, Pricing, https://acme.example/pricing
- 2 March 2026, 00:30: content downloaded, roi-guide

WHAT TO SEND NEXT
- Case study: https://example.com/case

WHOSE IT IS
Owner: Ana Ortiz
Past owners: Ben Yilmaz, Cem Kaya
Territory: DACH enterprise
`,
    });
  });

  it('says how the lead does not want to be reached', () => {
    const refusing = (fields: Fields) => email(withFields(fields)).text;
    expect(refusing({ 'consent.call': false, 'consent.sms': false, 'consent.email': true })).toContain(
      '\nConsent: do not call, do not text\n',
    );
    expect(refusing({ 'consent.email': false })).toContain('\nConsent: do not mail\n');
    expect(refusing({ 'consent.call': true })).not.toContain('Consent');
  });

  it('calls a lead without a name by its address', () => {
    const { text } = email(withFields({ 'person.firstName': '\u200b', 'company.name': 'Acme' }));
    expect(text).toContain('Here is a hot lead: jane.doe@acme.example of Acme.\n');
    expect(text).toContain('E-mail: jane.doe@acme.example\n');
  });

  it('says what is not there', () => {
    const { trigger: _, ...untold } = HANDOVER;
    const { text } = composeEmail({ ...untold, reasons: [], activities: [], sendNext: [], pastOwners: [] }, anyAscii);
    expect(text).toContain('SCORE 92.25\nNo reason is recorded.\n');
    expect(text).toContain('NEWEST FIRST\nNothing is recorded.\n');
    expect(text).toContain('SEND NEXT\nNothing in the library fits, or they have read it all.\n');
    expect(text).toContain('Past owners: none\n');
  });

  it('reminds of what is missing', () => {
    const at = Date.UTC(2026, 2, 3, 13, 30);
    const line = (clause: 'accept' | 'contact' | 'verdict') =>
      email({ purpose: 'remind', due: { clause, at } }).text.split('\n').slice(2, 5).join('\n');
    expect(line('accept')).toBe(
      'This is a reminder: Jane Doe of Acme GmbH still waits for an answer.\n\nWhat to do: accept or reject the lead.',
    );
    expect(line('contact')).toBe(
      'This is a reminder: Jane Doe of Acme GmbH has not been contacted yet, as far as we know.\n\n' +
        'What to do: contact the lead and record that you did.',
    );
    expect(line('verdict')).toBe(
      'This is a reminder: Jane Doe of Acme GmbH still waits for a verdict.\n\n' +
        'What to do: say what came of the lead: sales-qualified, won or lost.',
    );
  });

  it('tells a manager who has not done what, in the manager’s zone', () => {
    const due = { clause: 'contact', at: Date.UTC(2026, 2, 3, 13, 30) } as const;
    const { subject, text } = email({ purpose: 'tell-manager', to: MANAGER, due });
    expect(subject).toBe(
      'Ana Ortiz has not contacted Jane Doe, Acme GmbH (asked for a demo 4 minutes ago). Due Tue 08:30',
    );
    expect(text).toContain('This needs your help: Ana Ortiz has not contacted Jane Doe of Acme GmbH.\n');
    expect(text).toContain('What to do: ask Ana Ortiz what is in the way, or find somebody who can act now.\n');
    expect(text).toContain('Due: Tuesday 3 March 2026, 08:30 (America/New_York)\n');
  });

  it('tells a manager who gets an alert in place of the owner why', () => {
    expect(email({ to: MANAGER }).text).toContain(
      'We could not reach Ana Ortiz, who owns the lead, so this comes to you.\n',
    );
    expect(email().text).not.toContain('could not reach');
  });

  it('tells a past owner kindly that nothing is left to do, without a link or the data of the lead', () => {
    expect(composeEmail({ ...TAKEN_AWAY, link: LINK }, anyAscii)).toMatchObject({
      subject: 'Jane Doe, Acme GmbH has gone to a colleague. Nothing is left to do.',
      text: `Hello Ana Ortiz,

Your lead Jane Doe of Acme GmbH was not answered within the agreed time, so it has gone to somebody else.
This can happen to anybody. Nothing is left for you to do, and links in earlier messages no longer work.
`,
    });
    expect(composeSms({ ...TAKEN_AWAY, link: LINK }, anyAscii)).toBe(
      'Jane Doe, Acme GmbH has gone to a colleague. Nothing is left to do.',
    );
  });

  it('cuts long values and long lists, but never what is to be sent', () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`fields.question${index}`, 'x'.repeat(1_000)]),
    );
    const url = `https://example.com/${'y'.repeat(500)}`;
    const lines = email({ ...withFields(many), sendNext: [{ id: 'guide', title: 'Guide', url }] }).text.split('\n');
    expect(lines.filter((line) => line.startsWith('- question'))).toHaveLength(20);
    expect(lines).toContain(`- question0: ${'x'.repeat(199)}…`);
    expect(lines).toContain('- and 10 more');
    expect(lines).toContain(`- Guide: ${url}`);
  });

  it('keeps names in their own script, except in the subject', () => {
    const { subject, text } = email(withFields({ 'person.firstName': '王', 'person.lastName': '小明' }));
    expect(subject).toContain('Hot lead: Wang XiaoMing (');
    expect(text).toContain('Name: 王 小明\n');
  });

  it('lets no field add a line or a header', () => {
    const { subject, text } = email(withFields({ 'person.lastName': 'Doe\r\nBcc: x@evil.example\u2028Due: never' }));
    expect(subject).toContain('Hot lead: Doe Bcc: Due: never (');
    expect(text).toContain('\nName: Doe Bcc: x@evil.example Due: never\n');
  });
});

describe('a message', () => {
  const composed = (channel: Channel, to: string) =>
    CHANNEL_RULES[channel].compose(
      HANDOVER,
      { to, rejectReasons: [], alerts: { senderId: 'Acme', maxPrice: '0.20' } },
      anyAscii,
    );

  it('is addressed as its channel needs it: an SMS with its sender and its price, an e-mail with its subject', () => {
    const to = '+4917139200012';
    expect(composed('sms', to)).toEqual({ channel: 'sms', to, text: sms(), senderId: 'Acme', maxPrice: '0.20' });
    expect(composed('email', 'ana@example.com')).toEqual({ channel: 'email', to: 'ana@example.com', ...email() });
  });
});

/** Names of 2 to 10 letters, `count` in each of 20 scripts, the same on each run. */
function namesInManyScripts(count: number): [first: string, last: string, company: string][] {
  const scripts: [from: number, to: number][] = [
    [0x00c0, 0x017f], // Latin with accents
    [0x0391, 0x03c9], // Greek
    [0x0410, 0x044f], // Cyrillic
    [0x0531, 0x0556], // Armenian
    [0x05d0, 0x05ea], // Hebrew
    [0x0621, 0x064a], // Arabic
    [0x0710, 0x072f], // Syriac
    [0x0905, 0x0939], // Devanagari
    [0x0985, 0x09b9], // Bengali
    [0x0b85, 0x0bb9], // Tamil
    [0x0d85, 0x0dc6], // Sinhala
    [0x0e01, 0x0e2e], // Thai
    [0x0f40, 0x0f6c], // Tibetan
    [0x1000, 0x1021], // Burmese
    [0x10d0, 0x10f0], // Georgian
    [0x1200, 0x1248], // Ethiopic
    [0x1780, 0x17a2], // Khmer
    [0x30a1, 0x30fa], // Katakana
    [0x4e00, 0x9fa5], // Han
    [0xac00, 0xd7a3], // Hangul
  ];
  let state = 1;
  const below = (bound: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % bound;
  };
  const word = ([from, to]: [number, number]) =>
    Array.from({ length: 2 + below(9) }, () => String.fromCodePoint(from + below(to - from + 1))).join('');
  return scripts.flatMap((script) =>
    Array.from({ length: count }, (): [string, string, string] => [word(script), word(script), word(script)]),
  );
}

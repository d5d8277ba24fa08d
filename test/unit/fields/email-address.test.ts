import { describe, expect, it } from 'vitest';
import { readEmailAddress } from '../../../shared/fields/email-address.ts';
import { ABSENT, outcomeOf, PROBLEM } from '../../support/fields/outcome.ts';

const addressOf = (value: unknown) => {
  const outcome = outcomeOf(readEmailAddress(value));
  return typeof outcome === 'symbol' ? outcome : outcome.address;
};

const identityOf = (value: unknown) => {
  const outcome = outcomeOf(readEmailAddress(value));
  return typeof outcome === 'symbol' ? outcome : outcome.identity;
};

describe('an e-mail address', () => {
  it.each([
    'jo@acme.example',
    'JO@ACME.EXAMPLE',
    ' jo@acme.example\r\n',
    'jo @ acme.example',
    'mailto:jo@acme.example',
    'MAILTO:jo@acme.example?subject=Hi&cc=an@acme.example',
    'mailto:jo%40acme.example',
    'SMTP:jo@acme.example',
    'E-Mail: jo@acme.example',
    'jo@acme.example,',
    'jo@acme.example;',
    'jo@acme.example.',
    'jo@acme.example ;,',
    '\u200bjo@acme.example',
    'jo\u200b@acme.example',
    'jo@ac\u00adme.example',
    '\ufeffjo@acme.example',
    '\u202ajo@acme.example\u202c',
    '"jo"@acme.example',
    '"jo@acme.example"',
    "'jo@acme.example'",
    "'jo@acme.example",
    '“jo@acme.example”',
    '(jo@acme.example)',
    '[jo@acme.example]',
    '<jo@acme.example>',
    'jo@acme.example>',
    'jo@acme.example)',
    'Jo <jo@acme.example>',
    '"Jo" <jo@acme.example>',
    'Ortiz, Jo <jo@acme.example>;',
    '"jo@acme.example" <jo@acme.example>',
    'Jo <mailto:jo@acme.example>',
    '<mailto:jo@acme.example|jo@acme.example>',
    '[jo@acme.example](mailto:jo@acme.example)',
    'jo@acme.example (Jo Ortiz)',
    '&lt;jo@acme.example&gt;',
    'jo&#64;acme.example',
    'jo%40acme.example',
    'jo(at)acme.example',
    'jo [at] acme [dot] example',
    'jo＠acme.example',
    'ｊｏ＠ａｃｍｅ．ｅｘａｍｐｌｅ',
    'jo@acme。example',
    'jo@acme.example, jo@acme.example',
    'jo@acme.example JO@acme.example',
    ['jo@acme.example'],
    '%20jo@acme.example',
    'mailto:%20jo@acme.example',
    'mailto:?to=jo@acme.example',
    'email=jo@acme.example',
    'Email address: jo@acme.example',
    'E-Mail-Adresse: jo@acme.example',
    '=jo@acme.example',
    '="jo@acme.example"',
    '**jo@acme.example**',
    '• jo@acme.example',
    'jo@acme.example、',
    'jo@acme.example‚',
    'jo@acme.example·',
    'jo@acme.example…',
    'jo@acme.example|',
    '´jo@acme.example´',
    'jo@acme.example\\n',
    '\\"jo@acme.example\\"',
    'jo&#64;acme&#46;example',
    'jo&#x40;acme&#x2e;example',
    '&#106;&#111;&#64;acme.example',
    '<a href="mailto:jo@acme.example">jo@acme.example</a>',
    '<b>jo@acme.example</b><br>',
    'Jo Smith, jo@acme.example',
    'Jo Smith [jo@acme.example]',
    'Jo Smith - jo@acme.example',
    'jo@acme.example, null',
    'jo@acme.example?subject=Hi',
    'Jo <jo@acme.example?subject=Hi>',
    'jo@acme.example&utm=1',
    'jo@acme.example#top',
    'jo@acme.example / Jo',
    'Jo / jo@acme.example',
    'jo@acme.example - Jo',
    'Jo: jo@acme.example',
    'Contact: Jo Smith, jo@acme.example',
    'jo@acme.example: Jo',
    '=HYPERLINK("mailto:jo@acme.example","jo@acme.example")',
    '=HYPERLINK("mailto:jo@acme.example";"Jo")',
    '=HYPERLINK("mailto:jo@acme.example")',
    '=hyperlink("mailto:jo@acme.example?subject=Hi", "jo@acme.example")',
    '//jo@acme.example',
    'jo@acme.example / jo@acme.example',
    'Jo: jo@acme.example / JO@ACME.EXAMPLE',
  ])('%j is jo@acme.example', (value) => {
    expect(addressOf(value)).toBe('jo@acme.example');
  });

  it.each([
    ["O'Brien@acme.example", "o'brien@acme.example"],
    ['jo+demo@acme.example', 'jo+demo@acme.example'],
    ['jo%2Bdemo@acme.example', 'jo+demo@acme.example'],
    ['O’Brien@acme.example', "o'brien@acme.example"],
    ['Jürgen@acme.example', 'jürgen@acme.example'],
    ['Ju\u0308rgen@acme.example', 'jürgen@acme.example'],
    ['jo@München.example', 'jo@xn--mnchen-3ya.example'],
    ['jo@xn--mnchen-3ya.example', 'jo@xn--mnchen-3ya.example'],
    ['jo@mail.acme.co.uk', 'jo@mail.acme.co.uk'],
    ['!#$%*/?|^{}~@acme.example', '!#$%*/?|^{}~@acme.example'],
    ['/c=us/o=jo@acme.example', '/c=us/o=jo@acme.example'],
    ['a?b=c@acme.example', 'a?b=c@acme.example'],
  ])('%j keeps what it says', (value, expected) => {
    expect(addressOf(value)).toBe(expected);
  });

  it.each([
    '{{email}}@acme.example',
    '*|EMAIL|*@acme.example',
    'jo smith@acme.example',
    'Jo Smith jo@acme.example',
    'Jo, jo@acme.example, an@acme.example',
    'jo',
    'jo@',
    '@acme.example',
    'jo@acme',
    'jo@@acme.example',
    'jo@acme@example',
    '.jo@acme.example',
    'jo.@acme.example',
    'jo..x@acme.example',
    'jo@-acme.example',
    'jo@acme-.example',
    'jo@acme..example',
    'jo@acme_x.example',
    'jo@1.2.3.4',
    'jo@[1.2.3.4]',
    'jo\u0000@acme.example',
    'jo@acme.example\u0000',
    'jo\u0007@acme.example',
    'jo smith@acme.example',
    'Jo Smith jo@acme.example',
    'jo@acme.example;an@acme.example',
    'jo@acme.example, an@acme.example',
    'jo@acme.example/an@acme.example',
    'jo@acme.example an@acme.example',
    '"An <an@acme.example>" <jo@acme.example>',
    'an@acme.example <jo@acme.example>',
    '=HYPERLINK("mailto:jo@acme.example","an@acme.example")',
    'jo@acme.example?subject=Hi&cc=an@acme.example',
    '"//jo"@acme.example',
    '"*jo"@acme.example',
    'jo@acme.example?cc',
    'https://jo@acme.example',
    'sip:jo@acme.example',
    'jo@acme.example&an@acme.example',
    'jo@acme.example / an@acme.example',
    'Jo: jo@acme.example, an@acme.example',
    'https://acme.example/jo@acme.example',
    `${'x'.repeat(65)}@acme.example`,
    `jo@${'x'.repeat(64)}.example`,
    `jo@${'acme.'.repeat(60)}example`,
    `jo@acme.example${' '.repeat(2_000)}x`,
    'call me',
    5,
    true,
    {},
    ['jo@acme.example', 'an@acme.example'],
  ])('%j is none', (value) => {
    expect(addressOf(value)).toBe(PROBLEM);
  });

  it.each([null, undefined, '', ' ', '-', 'n/a', 'none', '{{contact.email}}', 'undefined'])(
    '%j says nothing',
    (value) => {
      expect(addressOf(value)).toBe(ABSENT);
    },
  );

  it('tells two addresses from what is none, and repeats neither', () => {
    expect(readEmailAddress('jo@acme.example;an@acme.example')).toEqual({ problem: 'more than one e-mail address' });
    expect(readEmailAddress('jo@@acme.example')).toEqual({ problem: 'not an e-mail address' });
  });
});

describe('the mailbox behind an address', () => {
  it.each([
    ['j.o.Doe+news@gmail.com', 'jodoe@gmail.com'],
    ['jodoe@googlemail.com', 'jodoe@gmail.com'],
    ['jo.doe+news@outlook.com', 'jo.doe@outlook.com'],
    ['jo.doe+news@outlook.de', 'jo.doe@outlook.de'],
    ['jo.doe+news@hotmail.co.uk', 'jo.doe@hotmail.co.uk'],
    ['jo.doe+news@live.nl', 'jo.doe@live.nl'],
    ['jo.doe+news@msn.com', 'jo.doe@msn.com'],
    ['jo.doe+news@icloud.com', 'jo.doe@icloud.com'],
    ['jo.doe@me.com', 'jo.doe@icloud.com'],
    ['jo.doe@mac.com', 'jo.doe@icloud.com'],
    ['Jo_D-o.e+news@proton.me', 'jodoe@proton.me'],
    ['jodoe@protonmail.com', 'jodoe@proton.me'],
    ['jodoe@protonmail.ch', 'jodoe@proton.me'],
    ['jodoe@pm.me', 'jodoe@proton.me'],
    ['jo.doe+news@fastmail.com', 'jo.doe@fastmail.com'],
    ['jo.doe@fastmail.fm', 'jo.doe@fastmail.fm'],
    ['shop@jodoe.fastmail.com', 'jodoe@fastmail.com'],
    ['jo@fastmail.co.uk', 'jo@fastmail.co.uk'],
    ['+@gmail.com', '+@gmail.com'],
    ['-@proton.me', '-@proton.me'],
    ['jo.doe+news@acme.example', 'jo.doe+news@acme.example'],
    ['jo.doe+news@yahoo.com', 'jo.doe+news@yahoo.com'],
  ])('of %s is %s', (address, identity) => {
    expect(identityOf(address)).toBe(identity);
  });
});

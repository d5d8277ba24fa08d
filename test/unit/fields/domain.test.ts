import { describe, expect, it } from 'vitest';
import { domainOfAddress, readDomain } from '../../../shared/fields/domain.ts';
import { ABSENT, outcomeOf, PROBLEM } from '../../support/fields/outcome.ts';

const NO_MORE = { freeMail: new Set<string>() };

describe("a company's domain", () => {
  it.each([
    'acme.example',
    'ACME.EXAMPLE',
    'www.acme.example',
    'https://www.acme.example/',
    'http://acme.example/contact?x=1#top',
    'www.acme.example/de/',
    'https://acme.example:443',
    'https://acme.example?utm_source=x',
    '//acme.example',
    'http://https://acme.example',
    'http:/acme.example',
    'https//acme.example',
    'ftp://acme.example/x',
    'https://user:secret@acme.example/',
    'https://acme.example/a,b c',
    'mail.eu.acme.example',
    '*.acme.example',
    '@acme.example',
    'jo@acme.example',
    'Jo <jo@mail.acme.example>',
    'mailto:jo@acme.example',
    'acme.example.',
    '<https://acme.example>',
    '"acme.example"',
    'acme.example, www.acme.example',
    'acme。example',
    'ａｃｍｅ．ｅｘａｍｐｌｅ',
    'ac\u00adme.example\u200b',
    ['https://acme.example'],
    'http:\\\\www.acme.example',
    'https:\\/\\/acme.example',
    'https:acme.example',
    'https;//acme.example',
    'https:// acme.example',
    'https%3A%2F%2Facme.example',
    'https://acme.example&nbsp;',
    'http://acme.example:http',
    'https://my_shop.acme.example/',
    'Website: acme.example',
    'URL:https://acme.example',
    'acme.example (UK)',
    '[Acme](https://acme.example)',
    '<a href="https://acme.example">acme.example</a>',
  ])('is acme.example for %j', (value) => {
    expect(outcomeOf(readDomain(value, NO_MORE))).toBe('acme.example');
  });

  it.each([
    ['www.acme.co.uk', 'acme.co.uk'],
    ['mail.acme.com.br', 'acme.com.br'],
    ['kanko.aisai.aichi.jp', 'kanko.aisai.aichi.jp'],
    ['www.city.kobe.jp', 'city.kobe.jp'],
    ['a.b.c.kobe.jp', 'b.c.kobe.jp'],
    ['www.ck', 'www.ck'],
    ['www.münchen.example', 'xn--mnchen-3ya.example'],
    ['shop.acme.公司.cn', 'acme.xn--55qx5d.cn'],
    ['www.acme.github.io', 'acme.github.io'],
    ['acme.myshopify.com', 'acme.myshopify.com'],
    ['mail.acme.uk.com', 'acme.uk.com'],
    ['acme.onmicrosoft.com', 'acme.onmicrosoft.com'],
    ['jo@google.com', 'google.com'],
  ])('of %s is what somebody registered: %s', (value, expected) => {
    expect(outcomeOf(readDomain(value, NO_MORE))).toBe(expected);
  });

  const providers =
    'gmail.com googlemail.com outlook.com outlook.de hotmail.co.uk hotmail.de live.nl msn.com yahoo.com yahoo.ca yahoo.co.jp icloud.com me.com proton.me pm.me fastmail.com gmx.de gmx.net web.de t-online.de freenet.de mail.ru yandex.ru qq.com 163.com naver.com hanmail.net btinternet.com wanadoo.fr orange.fr free.fr sfr.fr seznam.cz wp.pl uol.com.br bigpond.com att.net comcast.net telenet.be skynet.be ziggo.nl libero.it virgilio.it bluewin.ch rediffmail.com docomo.ne.jp aol.com zoho.com tutanota.com hey.com mail.com consultant.com mail2lawyer.com mailinator.com abv.bg ukr.net sympatico.ca xtra.co.nz'.split(
      ' ',
    );

  it.each(providers)('is not that of a mailbox at %s', (provider) => {
    expect(outcomeOf(readDomain(provider, NO_MORE))).toBe(ABSENT);
    expect(outcomeOf(domainOfAddress(`jo@${provider}`, NO_MORE))).toBe(ABSENT);
  });

  it.each([
    'https://www.facebook.com/acme',
    'linkedin.com/company/acme',
    'https://de.linkedin.com/in/jo',
    'https://sites.google.com/view/acme',
    'https://www.google.com/search?q=acme',
    'instagram.com/acme',
    'https://x.com/acme',
    'linktr.ee/acme',
    'https://g.page/acme',
    'jo@privaterelay.appleid.com',
  ])('is not that of the site on which it has a page: %s', (value) => {
    expect(outcomeOf(readDomain(value, NO_MORE))).toBe(ABSENT);
  });

  it.each([
    'Acme Inc',
    'Acme Inc.',
    'acme',
    'localhost',
    'intranet.acme.local',
    '10.0.0.1',
    'http://[::1]/',
    'co.uk',
    'github.io',
    'acme.example, rival.example',
    'acme..example',
    'acme .example',
    'jo@@acme.example',
    `${'x'.repeat(3_000)}.example`,
    5,
    true,
    {},
  ])('is in doubt for %j', (value) => {
    expect(outcomeOf(readDomain(value, NO_MORE))).toBe(PROBLEM);
  });

  it.each([null, '', '-', 'n/a', 'none', '{{company.domain}}'])('is not said by %j', (value) => {
    expect(outcomeOf(readDomain(value, NO_MORE))).toBe(ABSENT);
  });

  it.each(['ebay.co.uk', 'https://www.ebay.de/str/acme', 'xing.de', 'acme.zendesk.com', 'https://instagr.am/acme'])(
    "is not told by a page on somebody else's site: %s",
    (value) => {
      expect(outcomeOf(readDomain(value, NO_MORE))).toBe(ABSENT);
    },
  );

  it('is none of those that the agreement calls free mail', () => {
    const context = { freeMail: new Set(['acme.example']) };
    expect(outcomeOf(readDomain('www.acme.example', context))).toBe(ABSENT);
    expect(outcomeOf(domainOfAddress('jo@mail.acme.example', context))).toBe(ABSENT);
    expect(outcomeOf(domainOfAddress('jo@rival.example', context))).toBe('rival.example');
  });
});

import { describe, expect, it } from 'vitest';
import { companyDomain, normaliseDomain, normaliseEmail } from '../../shared/domain/lead/email-address.ts';

describe('the identity behind an e-mail address', () => {
  it.each([
    ['without the space around it and in lower case', ' Jane.Doe@ACME.Example ', 'jane.doe@acme.example'],
    ['with its domain in the ASCII form', 'jane@Müller.example', 'jane@xn--mller-kva.example'],
    ['without the dot at the end of its domain', 'jane@acme.example.', 'jane@acme.example'],
    ['in one form of the letters that Unicode writes in two', 'jose\u0301@acme.example', 'jos\u00e9@acme.example'],
    ['split at its last @', '"jane@home"@acme.example', '"jane@home"@acme.example'],
    ['with its tag where the provider may deliver it elsewhere', 'jane+crm@acme.example', 'jane+crm@acme.example'],
    ['without its tag where the provider drops it', 'jane+crm@outlook.com', 'jane@outlook.com'],
    ['without its tag from the first plus on', 'jane+crm+two@proton.me', 'jane@proton.me'],
    ['with a plus at its beginning, which is no tag', '+crm@outlook.com', '+crm@outlook.com'],
    ['with its dots where the provider heeds them', 'jane.doe@outlook.com', 'jane.doe@outlook.com'],
    ['without its dots where the provider drops them', 'j.a.n.e+crm@gmail.com', 'jane@gmail.com'],
    ['at the one name of a provider that has two', 'jane.doe@googlemail.com', 'janedoe@gmail.com'],
    ['of one letter', 'j@acme.example', 'j@acme.example'],
  ])('is the address %s', (_, address, identity) => {
    expect(normaliseEmail(address)).toBe(identity);
  });

  it.each([
    '',
    'jane',
    'jane.acme.example',
    '@acme.example',
    'jane@',
    'jane@acme',
    'jane@a..example',
    'ja ne@acme.example',
    '...@gmail.com',
  ])('is none for %j', (address) => {
    expect(normaliseEmail(address)).toBeUndefined();
  });

  it('is none for an address that is longer than mail carries', () => {
    const address = (length: number) => `${'a'.repeat(length - '@acme.example'.length)}@acme.example`;
    expect(normaliseEmail(address(254))).toBe(address(254));
    expect(normaliseEmail(address(255))).toBeUndefined();
  });
});

describe('a domain', () => {
  it.each([
    [' Acme.Example ', 'acme.example'],
    ['acme.example.', 'acme.example'],
    ['localhost', 'localhost'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
  ])('%j is %s', (text, domain) => {
    expect(normaliseDomain(text)).toBe(domain);
  });

  it.each([
    '',
    '.',
    'acme..example',
    'acme example',
    'bücher example',
    'bücher.example/shop',
    'jane@bücher.example',
    'bücher.example:80',
    'bücher.example?q',
    'bücher.example#top',
    '[bücher.example]',
    'bücher\\example',
    'bücher%.example',
  ])('%j is none', (text) => {
    expect(normaliseDomain(text)).toBeUndefined();
  });
});

describe("a company's domain", () => {
  const of = (email: string, given?: string) => companyDomain(email, given, ['post.example']);

  it('is the one that is given, else that of the address', () => {
    expect(of('jane@acme.example', 'globex.example')).toBe('globex.example');
    expect(of('jane@acme.example')).toBe('acme.example');
  });

  it.each(['https://www.globex.example', 'HTTP://globex.example', 'www.globex.example', 'Globex.Example.'])(
    'is read from %s',
    (given) => {
      expect(of('jane@acme.example', given)).toBe('globex.example');
    },
  );

  it.each(['none', '-', '', 'not known'])('is that of the address where %j is given', (given) => {
    expect(of('jane@acme.example', given)).toBe('acme.example');
  });

  it('keeps a www within it', () => {
    expect(of('jane@acme.example', 'awww.globex.example')).toBe('awww.globex.example');
  });

  it('is none for free mail, that of the agreement and that of the world', () => {
    expect(of('jane@post.example')).toBeUndefined();
    expect(of('jane@gmail.com')).toBeUndefined();
    expect(of('jane@gmx.de')).toBeUndefined();
    expect(of('jane@acme.example', 'gmx.de')).toBeUndefined();
  });

  it('is none without a domain', () => {
    expect(of('jane')).toBeUndefined();
  });
});

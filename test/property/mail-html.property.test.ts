import anyAscii from 'any-ascii';
import * as fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { composeBundleEmail } from '../../shared/domain/alert/channels/email/compose-bundle-email.ts';
import { composeEmail } from '../../shared/domain/alert/channels/email/compose-email.ts';
import { button, heading, item, type MailText, mailText } from '../../shared/domain/mail/mail.ts';
import { mailHtml } from '../../shared/domain/mail/mail-html.ts';
import { handovers } from '../support/scenario/handovers.ts';

const LINK = 'https://go.example.com/a/Zm9vYmFyYmF6cXV4Zm9vYg';

const hostile = fc.constantFrom(
  '<a href="https://evil.example/">Open the lead</a>',
  '"><script>alert(1)</script>',
  "' onload='alert(1)",
  '</p></div></body></html><h1>Pay</h1>',
  '<!-- ',
  '<img src=https://evil.example/p.gif>',
  '&lt;b&gt;',
  'javascript:alert(1)',
  '\r\nBcc: all@evil.example',
  '<style>*{display:none}</style>',
);
const value = fc.oneof(
  hostile,
  fc.string({ unit: 'binary' }),
  fc.tuple(fc.string(), hostile).map((all) => all.join('')),
);

const parsed = ({ subject, body }: MailText) => {
  const html = mailHtml(subject, body);
  return { html, document: parseHTML(html).document };
};

const OURS = ['HTML', 'HEAD', 'META', 'TITLE', 'BODY', 'DIV', 'P', 'BR', 'H2', 'UL', 'LI', 'A'];

const expectOnlyOurs = (mail: MailText, links: readonly string[]): void => {
  const { document } = parsed(mail);
  const elements = [...document.querySelectorAll('*')];
  expect(elements.map(({ tagName }) => tagName).filter((name) => !OURS.includes(name))).toEqual([]);
  for (const each of elements) for (const name of each.getAttributeNames()) expect(name).not.toMatch(/^on|^src$/);
  expect([...document.querySelectorAll('a')].map((each) => each.getAttribute('href'))).toEqual(links);
};

describe('the HTML of a mail', () => {
  it('has no element and no link but ours, whatever a lead wrote into a form', () => {
    fc.assert(
      fc.property(handovers, fc.array(value, { minLength: 4, maxLength: 4 }), (given, [first, last, company, more]) => {
        const fields = {
          ...given.lead.fields,
          'person.firstName': String(first),
          'person.lastName': String(last),
          'company.name': String(company),
          'fields.note': String(more),
        };
        const { link: _, ...handover } = { ...given, lead: { ...given.lead, fields } };
        expectOnlyOurs(composeEmail(handover, anyAscii), []);
        const { purpose, to } = handover;
        const bundled = { purpose, to, leads: [{ ...handover, link: `${LINK}.1` }, handover], link: LINK };
        expectOnlyOurs(composeBundleEmail(bundled, anyAscii), [LINK, `${LINK}.1`]);
      }),
      { numRuns: 200 },
    );
  });

  it('shows each value as it was written, in whatever line it stands', () => {
    fc.assert(
      fc.property(
        value.filter((text) => !/[\0\r\n]/.test(text) && text.trim() !== ''),
        (text) => {
          const mail = mailText(text, 'en', [[heading(text), text, item(text)], [button(text, LINK, LINK)]]);
          const { document } = parsed(mail);
          for (const tag of ['title', 'h2', 'p', 'li', 'a']) {
            expect(document.querySelector(tag)?.textContent).toBe(text);
          }
          expectOnlyOurs(mail, [LINK]);
        },
      ),
    );
  });

  it('says in which language it is, keeps to the colours of the reader, and makes the link a button', () => {
    const { document, html } = parsed(mailText('Betreff', 'de', [['Hallo'], [button('Lead öffnen', LINK, LINK)]]));
    expect(document.documentElement.getAttribute('lang')).toBe('de');
    expect(document.querySelector('meta[name=color-scheme]')?.getAttribute('content')).toBe('light dark');
    expect(document.body.getAttribute('style')).not.toMatch(/color/);
    expect(document.querySelector('a')?.textContent).toBe('Lead öffnen');
    expect(html).not.toMatch(/<(?:img|script|style|link)\b/);
  });

  it('makes no button of what is no page', () => {
    for (const url of ['javascript:alert(1)', 'http://evil.example/', 'https://a b', 'data:text/html,x', '']) {
      expect(parsed(mailText('Subject', 'en', [[button('Open', url, url)]])).document.querySelector('a')).toBeNull();
    }
  });
});

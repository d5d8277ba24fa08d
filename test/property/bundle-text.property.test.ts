import anyAscii from 'any-ascii';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneNamed } from '../../examples/zone-named.ts';
import { composeBundleEmail } from '../../shared/domain/alert/channels/email/compose-bundle-email.ts';
import {
  composeRejection,
  composeRejections,
  type RejectedLead,
} from '../../shared/domain/alert/channels/email/compose-rejection.ts';
import { composeBundleSms } from '../../shared/domain/alert/channels/sms/compose-bundle-sms.ts';
import { BUNDLE_LEADS } from '../../shared/domain/alert/delivery/bundles.ts';
import type { Bundled } from '../../shared/domain/alert/text/bundled.ts';
import type { Handover } from '../../shared/domain/alert/text/handover.ts';
import { MESSAGE_LANGUAGES } from '../../shared/domain/language/message-language.ts';
import { countSeptets, HANDOVER, LINK } from '../support/scenario/handover-sample.ts';
import { anyText, handovers, LINE_END, links } from '../support/scenario/handovers.ts';
import { isOurLine } from '../support/scenario/our-lines.ts';

const bundles: fc.Arbitrary<Bundled> = fc
  .record(
    {
      purpose: fc.constantFrom('alert', 'remind', 'tell-manager', 'taken-away'),
      to: fc.record({
        name: anyText,
        zone: fc.constant(zoneNamed('Asia/Kathmandu')),
        language: fc.constantFrom(...MESSAGE_LANGUAGES),
      }),
      leads: fc.array(handovers, { minLength: 2, maxLength: 5 }),
      link: links,
    },
    { requiredKeys: ['purpose', 'to', 'leads'] },
  )
  .map((bundle) => ({
    ...bundle,
    leads: bundle.leads.map((lead) => ({ ...lead, purpose: bundle.purpose, to: bundle.to })),
  }));

const rejected: fc.Arbitrary<RejectedLead> = fc.record({
  // Marketing reads English.
  handover: handovers.map((one) => ({ ...one, to: { ...one.to, language: 'en' } })),
  rejection: fc.record(
    {
      by: anyText,
      reason: anyText,
      note: anyText,
      action: fc.constantFrom('reassign', 'recycle', 'return-to-marketing', 'close'),
      missing: fc.array(anyText, { maxLength: 3 }),
      score: fc.constant(60),
      reasons: fc.array(fc.record({ name: anyText, points: fc.integer() }), { maxLength: 2 }),
    },
    { requiredKeys: ['by', 'reason', 'action', 'missing', 'score', 'reasons'] },
  ),
});

const SUBJECT = /^[\x21-\x7e][\x20-\x7e]{0,98}$/;

const expectOurLines = (text: string, ours: RegExp): void => {
  for (const line of text.split(LINE_END)) expect(line).toMatch(ours);
  expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text);
  expect(text).not.toMatch(/[\p{Cf}\p{Cs}]|[^\P{Cc}\n]/u);
};

describe('whatever is known of several leads in one message', () => {
  it('an SMS is one segment of GSM-7, one line, with its link whole at the end', () => {
    fc.assert(
      fc.property(bundles, (given) => {
        const text = composeBundleSms(given, anyAscii);
        expect(countSeptets(text)).toBeLessThanOrEqual(160);
        expect(text).not.toMatch(LINE_END);
        if (given.link !== undefined) expect(text.endsWith(` ${given.link}`)).toBe(true);
        expect(text).toContain(`${given.leads.length}`);
      }),
      { numRuns: 400 },
    );
  });

  it('a subject is printable ASCII of fewer than 100 characters', () => {
    fc.assert(
      fc.property(bundles, (given) => {
        expect(composeBundleEmail(given, anyAscii).subject).toMatch(SUBJECT);
      }),
      { numRuns: 300 },
    );
  });

  it('an e-mail has only lines that begin with words of ours, and a part for each lead', () => {
    fc.assert(
      fc.property(bundles, (given) => {
        const { text } = composeBundleEmail(given, anyAscii);
        expect(text.split(LINE_END).filter((line) => !isOurLine(line, given.to.language))).toEqual([]);
        expect(text.match(/^\d+\. /gm)).toHaveLength(given.leads.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('whatever a rep says of a lead that they reject', () => {
  it('marketing reads a subject of printable ASCII and only lines that begin with words of ours', () => {
    const ours =
      /^(Hello,$|Sales rejected |Note: |Missing: |Name: |Phone: |E-mail: |Consent: |Company: |Employees: |Country: |Title: |- |WHO$|WHY HOT: |WHAT THEY READ|No reason is|Nothing |$)/;
    fc.assert(
      fc.property(rejected, (given) => {
        const { subject, text } = composeRejection(given, anyAscii);
        expect(subject).toMatch(SUBJECT);
        expectOurLines(text, ours);
      }),
      { numRuns: 300 },
    );
  });

  it('several of them are a numbered part each', () => {
    fc.assert(
      fc.property(fc.array(rejected, { minLength: 2, maxLength: 5 }), (given) => {
        const { subject, text } = composeRejections(given);
        expect(subject).toMatch(SUBJECT);
        expectOurLines(text, /^(Hello,$|Sales rejected |\d+\. |Note: |Missing: |$)/);
      }),
      { numRuns: 200 },
    );
  });
});

describe('as many leads as one message holds', () => {
  const long = '\u{20000}'.repeat(250);
  const fields = {
    'person.firstName': long,
    'company.name': long,
    'company.industry': long,
    'person.title': long,
    'location.region': long,
  };
  const handover: Handover = {
    ...HANDOVER,
    lead: { email: long, fields },
    reasons: [{ name: long, points: 60 }],
    owner: { name: long },
  };

  it('stay below what SNS takes, whatever script they are written in', () => {
    const leads = Array.from({ length: BUNDLE_LEADS }, () => handover);
    const { text } = composeBundleEmail({ purpose: 'alert', to: handover.to, leads, link: LINK }, anyAscii);
    expect(Buffer.byteLength(text)).toBeLessThan(262_144);
    const missing = ['person.firstName', 'person.lastName', 'person.title', 'person.phone', 'company.name'];
    const rejection = {
      by: 'ana',
      reason: long,
      note: long,
      action: 'reassign',
      missing,
      score: 1,
      reasons: [],
    } as const;
    const all = composeRejections(leads.map((one) => ({ handover: one, rejection })));
    expect(Buffer.byteLength(all.text)).toBeLessThan(262_144);
  });
});

import anyAscii from 'any-ascii';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeEmail } from '../../shared/domain/alert/channels/email/compose-email.ts';
import { composeSms } from '../../shared/domain/alert/channels/sms/compose-sms.ts';
import { countSeptets } from '../support/scenario/handover-sample.ts';
import { handovers, LINE_END } from '../support/scenario/handovers.ts';
import { isOurLine } from '../support/scenario/our-lines.ts';

describe('whatever the fields of a handover contain', () => {
  it('an SMS is one segment of GSM-7, one line, with its link whole at the end', () => {
    fc.assert(
      fc.property(handovers, (given) => {
        const text = composeSms(given, anyAscii);
        expect(countSeptets(text)).toBeLessThanOrEqual(160);
        expect(text).not.toMatch(LINE_END);
        const expectsLink = given.link !== undefined && given.purpose !== 'taken-away';
        if (expectsLink) expect(text.endsWith(` ${given.link}`)).toBe(true);
        expect(text.split('://')).toHaveLength(expectsLink ? 1 + given.link.split('://').length - 1 : 1);
      }),
      { numRuns: 500 },
    );
  });

  it('an SMS is one segment even where the transliteration is hostile', () => {
    fc.assert(
      fc.property(handovers, fc.string({ unit: 'binary', maxLength: 8 }), (given, noise) => {
        const text = composeSms(given, () => noise);
        expect(countSeptets(text)).toBeLessThanOrEqual(160);
      }),
      { numRuns: 300 },
    );
  });

  it('a subject is printable ASCII of fewer than 100 characters', () => {
    fc.assert(
      fc.property(handovers, (given) => {
        expect(composeEmail(given, anyAscii).subject).toMatch(/^[\x21-\x7e][\x20-\x7e]{0,98}$/);
      }),
      { numRuns: 500 },
    );
  });

  it('an e-mail is well-formed text in which every line begins with words of ours', () => {
    fc.assert(
      fc.property(handovers, (given) => {
        const { text } = composeEmail(given, anyAscii);
        const strange = text.split(LINE_END).filter((line) => !isOurLine(line, given.to.language));
        expect(strange).toEqual([]);
        expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text);
        expect(text).not.toMatch(/[\p{Cf}\p{Cs}]|[^\P{Cc}\n]/u);
      }),
      { numRuns: 500 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { composeHelp } from '../../shared/domain/answer/compose-help.ts';
import { understandReply } from '../../shared/domain/answer/understand-reply.ts';
import { countSeptets } from '../support/scenario/handover-sample.ts';

const REASONS = { 'not-a-fit': 'recycle', 'wrong-territory': 'reassign', 'no_time.now': 'reassign' } as const;

const read = (text: string): string => {
  const reply = understandReply(text, REASONS);
  return reply.says === 'reject' ? `${reply.reason}: ${reply.action}` : reply.says;
};

describe('a reply', () => {
  it.each([
    '1',
    ' 1 ',
    '1.',
    '1)',
    '(1)',
    '"1"',
    '1!',
    '１',
    '1️⃣',
    '①',
    'yes',
    'Yes.',
    'YES!',
    'accept',
    'Accept',
    '\n1\n',
  ])('accepts: %s', (text) => expect(read(text)).toBe('accept'));

  it.each(['3', '3.', 'tried', 'No answer', 'called, no answer'])('says that nobody answered: %s', (text) =>
    expect(read(text)).toBe('no-answer'),
  );

  it.each(['2 2', '22', '2-2', '2.2', '2. 2', '2, 2', '2/2', '2:2', '２　２', '2 02', '2 2.', 'reject 2', 'Reject-2'])(
    'rejects for the second reason: %s',
    (text) => expect(read(text)).toBe('wrong-territory: reassign'),
  );

  it('may name the reason after its number, if it is that one', () => {
    expect(read('21 not-a-fit')).toBe('not-a-fit: recycle');
    expect(read('2 1 Not a fit!')).toBe('not-a-fit: recycle');
    expect(read('2 3 no time now')).toBe('no_time.now: reassign');
    expect(read('2 1 wrong-territory')).toBe('unclear');
  });

  it.each([
    '0',
    '2',
    '20',
    '2 0',
    '24',
    '2 4',
    '2 222',
    '31',
    '11',
    '1 2',
    '1.5',
    '2 1 2',
    '1 or 2',
    '2?',
    'yes?',
    'no',
  ])('is unclear: %s', (text) => expect(read(text)).toBe('unclear'));

  it.each(['', ' ', '👍', 'ok', 'I will call her at 1', 'one', '½', '\ud800', 'constructor', '2 constructor'])(
    'is unclear: %s',
    (text) => expect(read(text)).toBe('unclear'),
  );

  it.each(['STOP', 'Stop.', 'stop all', 'OPT-OUT', 'optout', 'Help', 'info', 'START', 'td'])(
    'is for the carrier: %s',
    (text) => expect(read(text)).toBe('keyword'),
  );

  it('has two digits for the tenth reason and those behind it', () => {
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`reason-${index + 1}`, 'close' as const]),
    );
    expect(understandReply('210', many)).toEqual({ says: 'reject', reason: 'reason-10', action: 'close' });
    expect(understandReply('2 12', many)).toEqual({ says: 'reject', reason: 'reason-12', action: 'close' });
    expect(understandReply('213', many)).toEqual({ says: 'unclear' });
  });

  it('rejects nothing where the agreement has no reasons', () => {
    expect(understandReply('21', {})).toEqual({ says: 'unclear' });
  });
});

describe('help', () => {
  it('lists what can be replied, as it is typed', () => {
    expect(composeHelp({ about: 'how' }, Object.keys(REASONS), 'en')).toBe(
      'Reply 1 to accept. To reject reply 21 for not-a-fit, 22 wrong-territory, 23 no_time.now.',
    );
    expect(composeHelp({ about: 'how' }, [], 'en')).toBe('Reply 1 to accept, or open the link.');
  });

  it('lists as many reasons as one SMS holds, and leaves the others to the link', () => {
    const reasons = Array.from({ length: 40 }, (_, index) => `reason-number-${index + 1}`);
    const text = composeHelp({ about: 'how' }, reasons, 'en');
    expect(text).toBe(
      'Reply 1 to accept. To reject reply 21 for reason-number-1, 22 reason-number-2, 23 reason-number-3, 24 reason-number-4. For others open the link.',
    );
    expect(countSeptets(text)).toBeLessThanOrEqual(160);
  });

  it('is one segment, whatever reasons are called and however many leads wait', () => {
    for (const name of ['x'.repeat(64), '{'.repeat(64), '小明'.repeat(30), '€'.repeat(30), '👑']) {
      for (const count of [1, 3, 50]) {
        const text = composeHelp(
          { about: 'how' },
          Array.from({ length: count }, () => name),
          'en',
        );
        expect(countSeptets(text)).toBeLessThanOrEqual(160);
      }
    }
    for (const help of [
      ...[1, 2, 99_999].map((waiting) => ({ about: 'which', waiting }) as const),
      { about: 'which' } as const,
      { about: 'nothing' } as const,
    ]) {
      expect(countSeptets(composeHelp(help, [], 'en'))).toBeLessThanOrEqual(160);
      expect(composeHelp(help, [], 'en')).not.toMatch(/undefined|NaN/);
    }
  });
});

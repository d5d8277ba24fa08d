import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CARD_BYTES } from '../../shared/domain/alert/card/adaptive-card.ts';
import { composeCard } from '../../shared/domain/alert/card/compose-card.ts';
import type { Handover } from '../../shared/domain/alert/text/handover.ts';
import { FORGED_LINK, forgedHandovers } from '../support/scenario/forged-handovers.ts';
import { HANDOVER } from '../support/scenario/handover-sample.ts';
import { handovers, LINE_END } from '../support/scenario/handovers.ts';
import { contentOf, linesOf } from '../support/sinks/pretended-teams.ts';

const hostile = fc.oneof(
  fc.constantFrom(
    '[Open](https://evil.example/)',
    '![x](https://evil.example/x.png)',
    '<at>everyone</at>',
    '<AT>Ana Ortiz</AT>',
    '{{DATE(2026-03-03T12:00:00Z,SHORT)}}',
    '{{{{TIME(x)}}}}',
    '**bold** _it_ ~~no~~ `code`',
    '\n- item\n1. one\n# title\n> quoted',
    '\\[Open\\](https://evil.example)',
    '"},{"type":"Action.Submit"',
    '\u202E<at>x</at>\u0000',
  ),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom('{', '}', '[', ']', '(', '<', 'at>', '\\', '*', '"', '王', '😀', ' '),
    maxLength: 4_000,
  }),
);

const forged = forgedHandovers(hostile, 20);

/** Strict: plain runs of text, and at most the one button, whose address is ours. */
const linesThatMayBe = (given: Handover): readonly string[] => {
  const message = JSON.stringify(composeCard(given));
  expect(Buffer.byteLength(message)).toBeLessThanOrEqual(CARD_BYTES);
  const content = contentOf(JSON.parse(message));
  expect(content.actions.filter(({ url }) => url !== FORGED_LINK)).toEqual([]);
  const lines = linesOf(content);
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter((line) => /\{\{|<\/?at>/i.test(line) || LINE_END.test(line))).toEqual([]);
  return lines;
};

describe('a card in Teams', () => {
  it('takes no link, no mention, no function and no action from a lead, and keeps within 28 KB', () => {
    fc.assert(
      fc.property(forged, (given) => {
        expect(linesThatMayBe(given).filter((line) => /\bhttps?:\/\/(?:www\.)?evil\./i.test(line))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is one, whatever there is to say', () => {
    fc.assert(
      fc.property(handovers, (given) => {
        linesThatMayBe({ ...given, link: FORGED_LINK });
      }),
      { numRuns: 300 },
    );
  });

  it('that would be too long ends with what is most important, and says that there is more', () => {
    const long = '王'.repeat(200);
    const given = {
      ...HANDOVER,
      activities: Array.from({ length: 20 }, () => ({ at: 0, kind: long, title: long, url: long })),
    };
    const fields = Object.fromEntries(Array.from({ length: 40 }, (_, nth) => [`fields.${nth}${long}`, long]));
    const message = composeCard({
      ...given,
      lead: { ...HANDOVER.lead, fields: { ...HANDOVER.lead.fields, ...fields } },
    });
    const bytes = Buffer.byteLength(JSON.stringify(message));
    expect(bytes).toBeLessThanOrEqual(CARD_BYTES);
    expect(bytes).toBeGreaterThan(CARD_BYTES - 2_500);
    const content = contentOf(message);
    expect(linesOf(content).slice(0, 3).join('\n')).toMatch(/^Hot lead: .*\n.*Jane Doe.*\nWhat to do: /);
    expect(linesOf(content).at(-1)).toBe('…');
    expect(content.actions).toHaveLength(1);
  });
});

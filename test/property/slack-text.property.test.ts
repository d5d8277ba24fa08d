import anyAscii from 'any-ascii';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { CHANNEL_RULES } from '../../shared/domain/alert/channels/channels.ts';
import { LIMITS } from '../../shared/domain/alert/channels/slack/blocks.ts';
import { FORGED_LINK, forgedHandovers } from '../support/scenario/forged-handovers.ts';

const hostile = fc.oneof(
  fc.constantFrom(
    '<!channel>',
    '<!here|here>',
    '<@U0ANAORTIZ>',
    '<#C0123|general>',
    '<https://evil.example|Open>',
    '<mailto:x@evil.example|mail>',
    '&lt;!channel&gt;',
    '*bold* _it_ ~no~ `code`',
    '\n> quoted\n```code```',
    '@channel #general',
    '\u202E<!everyone>\u0000',
  ),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: fc.constantFrom('<', '>', '&', '!', '@', '|', '*', 'é', '😀', ' '), maxLength: 4_000 }),
);

const handovers = forgedHandovers(hostile);

const Text = z.object({ type: z.enum(['mrkdwn', 'plain_text']), text: z.string(), verbatim: z.boolean().optional() });
const Blocks = z.array(
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('section'), text: Text }),
    z.object({ type: z.literal('actions'), elements: z.array(z.looseObject({ action_id: z.string() })) }),
  ]),
);

const envelope = { to: 'U0ANAORTIZ', alerts: {}, rejectReasons: ['no-time', 'not-a-fit'] };

/** Slack reads as marks what stands between angle brackets; all that is ours are links to the lead. */
const marksIn = (text: string): readonly string[] => text.match(/<[^>]*>?|>/g) ?? [];

describe('a message in Slack', () => {
  it('takes no mention, no channel and no link from a lead, and keeps within the limits of Slack', () => {
    fc.assert(
      fc.property(fc.array(handovers, { minLength: 1, maxLength: 30 }), (leads) => {
        const [first] = leads;
        if (first === undefined) return;
        const alone = CHANNEL_RULES.slack.compose(first, envelope, anyAscii);
        const together = CHANNEL_RULES.slack.composeBundle(
          { purpose: 'alert', to: first.to, leads, link: FORGED_LINK },
          envelope,
          anyAscii,
        );
        for (const message of [alone, together]) {
          const blocks = Blocks.parse(message.blocks);
          expect(blocks.length).toBeLessThanOrEqual(LIMITS.blocks);
          expect(marksIn(message.text)).toEqual([]);
          for (const block of blocks) {
            if (block.type !== 'section') continue;
            const { type, verbatim, text } = block.text;
            expect([type, verbatim]).toEqual(['mrkdwn', true]);
            expect(text.length).toBeGreaterThan(0);
            expect(text.length).toBeLessThanOrEqual(LIMITS.section);
            expect(marksIn(text).filter((mark) => mark !== `<${FORGED_LINK}|Open>`)).toEqual([]);
          }
        }
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import {
  BUNDLE_LEADS,
  bundleWith,
  claimAgain,
  dropItems,
  forgetBundles,
  settleBundle,
  startBundle,
} from '../../shared/domain/alert/delivery/bundles.ts';
import { dropHeld, hasSpace, hold, holds } from '../../shared/domain/alert/delivery/held.ts';
import { recordHelp } from '../../shared/domain/alert/delivery/help.ts';
import {
  type ClaimedBundle,
  EMPTY_INBOX,
  type Held,
  type Inbox,
  type Owed,
} from '../../shared/domain/alert/delivery/inbox.ts';
import { attachMessageId, recordText } from '../../shared/domain/alert/delivery/texts.ts';
import { recordSent, roomAt } from '../../shared/domain/alert/delivery/throttle.ts';
import { DAY, HOUR, MINUTE } from '../support/agreement/small-agreement.ts';
import { NOON } from '../support/store/store-samples.ts';

const owed = (leadId: string, parts: Partial<Owed> = {}): Owed => ({ leadId, sequence: 1, purpose: 'alert', ...parts });
const held = (leadId: string, parts: Partial<Held> = {}): Held => ({
  ...owed(leadId),
  channel: 'sms',
  since: NOON,
  ...parts,
});
const inbox = (parts: Partial<Inbox>): Inbox => ({ ...EMPTY_INBOX, ...parts });
const ids = (items: readonly Owed[]): readonly string[] => items.map(({ leadId }) => leadId);

const TWO_IN_TEN = { max: 2, perMs: 10 * MINUTE };

describe('the room for a message', () => {
  const sent = inbox({ sent: { sms: [NOON, NOON + MINUTE], email: [NOON] } });

  it('is there at once where nothing limits it, or less was sent', () => {
    expect(roomAt(sent, 'sms', undefined, NOON + MINUTE)).toBe(NOON + MINUTE);
    expect(roomAt(sent, 'email', TWO_IN_TEN, NOON + MINUTE)).toBe(NOON + MINUTE);
  });

  it('comes when the oldest of as many as are agreed on is out of the agreed time', () => {
    expect(roomAt(sent, 'sms', TWO_IN_TEN, NOON + MINUTE)).toBe(NOON + 10 * MINUTE);
    expect(roomAt(sent, 'sms', TWO_IN_TEN, NOON + 10 * MINUTE)).toBe(NOON + 10 * MINUTE);
    expect(roomAt(sent, 'sms', TWO_IN_TEN, NOON + 10 * MINUTE - 1)).toBe(NOON + 10 * MINUTE);
    const many = inbox({ sent: { sms: [NOON, NOON + 1, NOON + 2], email: [] } });
    expect(roomAt(many, 'sms', TWO_IN_TEN, NOON + 3)).toBe(NOON + 1 + 10 * MINUTE);
  });

  it('is taken by a message, of which no more is remembered than counts', () => {
    expect(recordSent(sent, 'sms', TWO_IN_TEN, NOON + 10 * MINUTE).sent).toEqual({
      sms: [NOON + MINUTE, NOON + 10 * MINUTE],
      email: [NOON],
    });
    expect(recordSent(sent, 'sms', undefined, NOON + 10 * MINUTE)).toBe(sent);
  });
});

describe('what is held back', () => {
  it('stands in the order in which it came to be owed', () => {
    const one = hold(inbox({ held: [held('a', { since: 1 }), held('b', { since: 3 })] }), owed('c'), 'sms', 2);
    expect(ids(one.held)).toEqual(['a', 'c', 'b']);
    expect(ids(hold(one, owed('d'), 'email', 3).held)).toEqual(['a', 'c', 'b', 'd']);
    expect(ids(hold(one, owed('d'), 'email', 0).held)).toEqual(['d', 'a', 'c', 'b']);
  });

  it('is told apart by channel, lead, fact and purpose', () => {
    const one = inbox({ held: [held('a')] });
    expect(holds(one, 'sms')).toBe(true);
    expect(holds(one, 'email')).toBe(false);
    expect(holds(one, 'sms', owed('a'))).toBe(true);
    for (const other of [owed('b'), owed('a', { sequence: 2 }), owed('a', { purpose: 'remind' })]) {
      expect(holds(one, 'sms', other)).toBe(false);
      expect(dropHeld(one, other, 'sms')).toBe(one);
    }
  });

  it('has no space beside two thousand, of which some are on their way', () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => held(`lead-${i}`));
    expect(hasSpace(inbox({ held: many(1_999) }))).toBe(true);
    expect(hasSpace(inbox({ held: many(2_000) }))).toBe(false);
    const bundle: ClaimedBundle = {
      ...{ id: 1, channel: 'sms', purpose: 'alert', state: 'claimed', until: NOON },
      items: [owed('x'), owed('y')],
    };
    expect(hasSpace(inbox({ held: many(1_998), bundles: [bundle] }))).toBe(false);
  });

  it('leaves the others where it is dropped', () => {
    const three = inbox({ held: [held('a'), held('b'), held('a', { channel: 'email' })] });
    expect(dropHeld(three, owed('a'), 'sms').held).toEqual([held('b'), held('a', { channel: 'email' })]);
  });

  it('has space up to what a document holds', () => {
    const full = (count: number) => inbox({ held: Array.from({ length: count }, () => held('a')) });
    expect(hasSpace(full(1_999))).toBe(true);
    expect(hasSpace(full(2_000))).toBe(false);
  });
});

describe('a bundle', () => {
  const many = inbox({
    held: [held('a', { channel: 'email' }), held('b'), held('c', { purpose: 'remind' }), held('d', { sequence: 7 })],
  });
  const started = startBundle(many, 'sms', TWO_IN_TEN, NOON);

  it('takes what is held back for a channel, of the kind that has waited longest', () => {
    expect(started?.bundle).toStrictEqual({
      id: 1,
      channel: 'sms',
      purpose: 'alert',
      items: [owed('b'), owed('d', { sequence: 7 })],
      state: 'claimed',
      until: NOON + MINUTE,
    });
    expect(started?.inbox).toStrictEqual({
      ...many,
      held: [many.held[0], many.held[2]],
      sent: { sms: [NOON], email: [] },
      bundles: [started?.bundle],
    });
  });

  it('is none where nothing is held back for the channel', () => {
    expect(startBundle(inbox({ held: [held('a')] }), 'email', TWO_IN_TEN, NOON)).toBeUndefined();
  });

  it('takes no more than a message holds', () => {
    const full = inbox({ held: Array.from({ length: BUNDLE_LEADS + 2 }, (_, index) => held(`lead-${index}`)) });
    const { bundle, inbox: after } = startBundle(full, 'sms', undefined, NOON) ?? {};
    expect(bundle?.items).toHaveLength(BUNDLE_LEADS);
    expect(ids(after?.held ?? [])).toEqual([`lead-${BUNDLE_LEADS}`, `lead-${BUNDLE_LEADS + 1}`]);
  });

  const claimed = (id: number, until: number): ClaimedBundle => ({
    ...{ id, channel: 'sms', purpose: 'alert', items: [owed(`of ${id}`)] },
    ...{ state: 'claimed', until },
  });

  it('gets a number of its own, and makes those forgotten that were never sent for a day', () => {
    const { state: _, until: __, ...rest } = claimed(2, 0);
    const done = { ...rest, state: 'done' as const, sent: { messageId: 'm' } };
    const before = inbox({ held: [held('a')], bundles: [claimed(5, NOON - DAY), claimed(4, NOON - DAY + 1), done] });
    const after = startBundle(before, 'sms', undefined, NOON)?.inbox.bundles;
    expect(after?.map(({ id }) => id)).toEqual([4, 2, 6]);
  });

  const both = inbox({ bundles: [claimed(1, NOON), claimed(2, NOON)] });

  it('is found by what it is about', () => {
    expect(bundleWith(both, 'sms', owed('of 2'))?.id).toBe(2);
    expect(bundleWith(both, 'email', owed('of 2'))).toBeUndefined();
    expect(bundleWith(both, 'sms', owed('of 2', { sequence: 9 }))).toBeUndefined();
  });

  it('whose claim expired is claimed again', () => {
    const again = claimAgain(both, claimed(2, NOON), NOON + HOUR);
    expect(again.bundle).toStrictEqual(claimed(2, NOON + HOUR + MINUTE));
    expect(again.inbox.bundles).toEqual([claimed(1, NOON), again.bundle]);
  });

  it('is forgotten a day after its claim, sent or not; one that does not say how old it is, a day after it is seen', () => {
    const old = { ...claimed(3, NOON), state: 'done', sent: { messageId: 'm' } } as const;
    const { until: _, ...silent } = old;
    const all = inbox({ bundles: [claimed(1, NOON), claimed(2, NOON + HOUR), old, { ...silent, id: 4 }] });
    expect(forgetBundles(all, NOON + DAY - 1).bundles.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
    const left = forgetBundles(all, NOON + DAY);
    expect(left.bundles.map(({ id }) => id)).toEqual([2, 4]);
    expect(forgetBundles(left, NOON + 2 * DAY).bundles).toEqual([]);
    expect(forgetBundles(left, NOON + DAY)).toBe(left);
  });

  it('that was sent is about those whom the message named, until each has recorded it', () => {
    const wide = inbox({
      bundles: [claimed(1, NOON), { ...claimed(2, NOON), items: [owed('a'), owed('b'), owed('c')] }],
    });
    const sent = settleBundle(wide, 2, { messageId: 'm' }, [owed('a'), owed('b')]);
    expect(sent.bundles[1]).toStrictEqual({
      ...{ id: 2, channel: 'sms', purpose: 'alert', items: [owed('a'), owed('b')] },
      ...{ state: 'done', until: NOON, sent: { messageId: 'm' } },
    });
    const half = dropItems(sent, 2, [owed('a'), owed('of 1')]);
    expect(half.bundles.map(({ items }) => ids(items))).toEqual([['of 1'], ['b']]);
    expect(dropItems(half, 2, [owed('b')]).bundles).toEqual([claimed(1, NOON)]);
  });
});

describe('the texts that a reply can answer', () => {
  const about = (...leadIds: readonly string[]) => leadIds.map((leadId) => ({ leadId, attempt: 1 }));

  it('are the latest twenty, of twenty leads each', () => {
    const long = recordText(EMPTY_INBOX, { at: NOON, leads: about(...Array.from({ length: 25 }, (_, i) => `${i}`)) });
    expect(long.texts[0]?.leads).toHaveLength(20);
    const many = Array.from({ length: 25 }, (_, at) => ({ at, leads: about('a') }));
    expect(many.reduce(recordText, EMPTY_INBOX).texts.map(({ at }) => at)).toEqual(
      Array.from({ length: 20 }, (_, index) => 24 - index),
    );
  });

  it('get the id of their message once they have gone out', () => {
    const texts = [
      { at: 3, leads: about('a', 'b') },
      { at: 2, leads: about('a') },
      { at: 1, leads: about('a') },
    ];
    const first = attachMessageId(inbox({ texts }), 'a', 1, 'm1');
    expect(first.texts.map(({ messageId }) => messageId)).toEqual([undefined, 'm1', undefined]);
    expect(attachMessageId(first, 'a', 1, 'm2').texts.map(({ messageId }) => messageId)).toEqual([
      undefined,
      'm1',
      'm2',
    ]);
    expect(attachMessageId(inbox({ texts }), 'a', 2, 'm1').texts).toEqual(texts);
    expect(attachMessageId(inbox({ texts }), 'b', 1, 'm1').texts).toEqual(texts);
  });
});

describe('help for a reply', () => {
  const helped = ['a', 'b', 'c'].reduce<Inbox | undefined>(
    (before, reply, index) => before && recordHelp(before, reply, NOON + index),
    EMPTY_INBOX,
  );

  it('is given three times an hour', () => {
    expect(helped?.helped?.map(({ reply }) => reply)).toEqual(['a', 'b', 'c']);
    expect(helped && recordHelp(helped, 'd', NOON + HOUR - 1)).toBeUndefined();
    expect(helped && recordHelp(helped, 'd', NOON + HOUR)?.helped).toEqual([
      { reply: 'b', at: NOON + 1 },
      { reply: 'c', at: NOON + 2 },
      { reply: 'd', at: NOON + HOUR },
    ]);
  });

  it('is counted once for a reply that is tried again', () => {
    expect(helped && recordHelp(helped, 'c', NOON + 9)).toBe(helped);
  });
});

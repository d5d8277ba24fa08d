import { describe, expect, it } from 'vitest';
import { documentSchemas } from '../../shared/contracts/documents/documents.ts';
import { EMPTY_INBOX } from '../../shared/domain/alert/delivery/inbox.ts';
import { recordSent, roomAt } from '../../shared/domain/alert/delivery/throttle.ts';

const NOW = Date.UTC(2026, 10, 16, 9);
const ONE_AN_HOUR = { max: 1, perMs: 3_600_000 };

const stored = (sent: object) => ({ sent, held: [], bundles: [], texts: [] });
const read = (sent: object) => documentSchemas.inbox.parse(stored(sent));

describe('an inbox that was stored before there was a channel', () => {
  it('is read, with none of its messages sent', () => {
    const inbox = read({ sms: [NOW - 1] });
    expect(roomAt(inbox, 'email', ONE_AN_HOUR, NOW)).toBe(NOW);
    expect(roomAt(inbox, 'sms', ONE_AN_HOUR, NOW)).toBe(NOW - 1 + ONE_AN_HOUR.perMs);
  });

  it('counts the first message by it', () => {
    const inbox = recordSent(read({ sms: [] }), 'email', ONE_AN_HOUR, NOW);
    expect(inbox.sent).toEqual({ sms: [], email: [NOW] });
    expect(read(inbox.sent)).toEqual(inbox);
  });
});

describe('an inbox with messages of a channel that this version does not know', () => {
  it('is not read, for the next write would lose them', () => {
    expect(documentSchemas.inbox.safeParse(stored({ sms: [], email: [], pigeon: [NOW] })).success).toBe(false);
  });
});

describe('an inbox with a sent bundle of an earlier version', () => {
  it('is read, though the bundle does not say how old it is', () => {
    const item = { leadId: 'lead', sequence: 1, purpose: 'alert' };
    const bundle = { id: 1, channel: 'sms', purpose: 'alert', items: [item], state: 'done', sent: { messageId: 'm' } };
    expect(documentSchemas.inbox.parse({ ...stored({ sms: [] }), bundles: [bundle] }).bundles).toEqual([bundle]);
  });
});

describe('a new inbox', () => {
  it('has what the first version of inboxes wants: a list for SMS and one for e-mail', () => {
    expect(EMPTY_INBOX.sent).toEqual({ sms: [], email: [] });
  });
});

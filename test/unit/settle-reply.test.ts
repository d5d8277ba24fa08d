import { describe, expect, it } from 'vitest';
import type { Inbox, SentText } from '../../shared/domain/alert/delivery/inbox.ts';
import { EMPTY_INBOX } from '../../shared/domain/alert/delivery/inbox.ts';
import { composeHelp } from '../../shared/domain/answer/compose-help.ts';
import { ownersOf, type Received, settleReply } from '../../shared/domain/answer/settle-reply.ts';
import type { Reply } from '../../shared/domain/answer/understand-reply.ts';
import type { Lead } from '../../shared/domain/lead/lead.ts';
import { MINUTE, rep, smallAgreement } from '../support/agreement/small-agreement.ts';
import { ownedLead } from '../support/scenario/owned-lead.ts';
import { NOON } from '../support/store/store-samples.ts';

const agreement = smallAgreement();
const ACCEPT: Reply = { says: 'accept' };

const lead = (id: string, parts: Partial<ReturnType<typeof ownedLead>> = {}): Lead => ({ ...ownedLead(parts), id });

/** An SMS that went out so many minutes after noon, about these leads. */
const text = (minutes: number, ids: readonly string[], messageId?: string): SentText => ({
  at: NOON + minutes * MINUTE,
  leads: ids.map((leadId) => ({ leadId, attempt: 1 })),
  ...(messageId === undefined ? {} : { messageId }),
});

const inbox = (...texts: readonly SentText[]): Inbox => ({ ...EMPTY_INBOX, texts });

interface Situation {
  readonly texts?: readonly SentText[];
  readonly leads?: readonly Lead[];
  readonly received?: Partial<Received>;
  readonly reply?: Reply;
  readonly helped?: Inbox['helped'];
}

/** What a reply ten minutes after noon comes to: the lead that it answers, with its facts, or the help that it gets. */
const settled = ({ texts = [], leads = [], received = {}, reply = ACCEPT, helped }: Situation) => {
  const ana: Inbox = { ...inbox(...texts), ...(helped === undefined ? {} : { helped }) };
  const result = settleReply(
    {
      received: { id: 'reply', at: NOON + 10 * MINUTE, ...received },
      reply,
      inboxes: { ana },
      leads: new Map(leads.map((one) => [one.id, { lead: one }])),
    },
    agreement,
    NOON + 10 * MINUTE,
  );
  return 'help' in result
    ? result.help
    : { answers: result.before.lead.id, facts: result.decision.facts.map(({ type }) => type) };
};

const TWENTY = Array.from({ length: 20 }, (_, index) => `lead-${index}`);

describe('a reply by SMS', () => {
  it('answers the one lead that an SMS has asked about', () => {
    const asked = { texts: [text(1, ['jane'])], leads: [lead('jane')] };
    expect(settled(asked)).toEqual({ answers: 'jane', facts: ['LeadAccepted', 'ClockStarted'] });
    const reply: Reply = { says: 'reject', reason: 'no-time', action: 'reassign' };
    expect(settled({ ...asked, reply })).toEqual({ answers: 'jane', facts: ['LeadRejected'] });
  });

  it('that nobody took the call is of a lead that was accepted, too', () => {
    const noAnswer: Reply = { says: 'no-answer' };
    const accepted: Lead = { ...ownedLead({}, 'accepted'), id: 'jane' };
    const contacted: Lead = { ...ownedLead({}, 'contacted'), id: 'jane' };
    const asked = { texts: [text(1, ['jane'])], reply: noAnswer };
    expect(settled({ ...asked, leads: [accepted] })).toEqual({ answers: 'jane', facts: ['ContactAttemptRecorded'] });
    expect(settled({ ...asked, leads: [contacted] })).toEqual({ about: 'nothing' });
  });

  it('answers a lead of which several texts have told', () => {
    expect(settled({ texts: [text(5, ['jane']), text(1, ['jane'])], leads: [lead('jane')] })).toMatchObject({
      answers: 'jane',
    });
  });

  it('answers the lead that is left when the others are not the rep’s any more', () => {
    const leads = [lead('jane', { owner: { ...ownedLead().owner, attempt: 2 } }), lead('june')];
    expect(settled({ texts: [text(1, ['jane', 'june', 'gone'])], leads })).toMatchObject({ answers: 'june' });
  });

  it('answers no lead of an earlier cycle', () => {
    const later = { ...ownedLead().qualification, at: NOON + 2 * MINUTE };
    const again = lead('jane', { qualification: later });
    expect(settled({ texts: [text(1, ['jane'])], leads: [again] })).toEqual({ about: 'nothing' });
    expect(settled({ texts: [text(2, ['jane'])], leads: [again] })).toMatchObject({ answers: 'jane' });
  });

  it('answers no lead of which its writer was told later', () => {
    const leads = [lead('jane'), lead('june')];
    const texts = [text(12, ['june']), text(10, ['jane'])];
    expect(settled({ texts, leads })).toMatchObject({ answers: 'jane' });
    expect(settled({ texts: [text(12, ['june'])], leads })).toEqual({ about: 'which', waiting: 1 });
  });

  it('answers the lead of the message that it names', () => {
    const leads = [lead('jane'), lead('june')];
    const texts = [text(2, ['june'], 'b'), text(1, ['jane'], 'a')];
    expect(settled({ texts, leads, received: { answered: 'a' } })).toMatchObject({ answers: 'jane' });
    expect(settled({ texts, leads, received: { answered: 'elsewhere' } })).toEqual({ about: 'which', waiting: 2 });
    expect(settled({ texts: [text(2, ['june']), text(1, ['jane'])], leads })).toEqual({ about: 'which', waiting: 2 });
  });

  it('gets help where no lead waits, before it is said that it was not understood', () => {
    expect(settled({})).toEqual({ about: 'nothing' });
    expect(settled({ reply: { says: 'unclear' } })).toEqual({ about: 'nothing' });
    expect(settled({ texts: [text(1, ['jane'])], leads: [lead('jane')], reply: { says: 'unclear' } })).toEqual({
      about: 'how',
    });
  });

  it('answers nothing once it has had help', () => {
    const asked = { texts: [text(1, ['jane'])], leads: [lead('jane')] };
    expect(settled({ ...asked, helped: [{ reply: 'reply', at: NOON }] })).toEqual({ about: 'which', waiting: 1 });
    expect(settled({ ...asked, helped: [{ reply: 'another', at: NOON }] })).toMatchObject({ answers: 'jane' });
  });

  it('is not said to be about nothing where an SMS named more leads than are remembered', () => {
    expect(settled({ texts: [text(1, TWENTY)] })).toEqual({ about: 'which' });
    expect(settled({ texts: [text(1, TWENTY.slice(1))] })).toEqual({ about: 'nothing' });
  });

  it('answers no lead beside an SMS that may have named more, unless it names its message', () => {
    const texts = [text(2, TWENTY), text(1, ['jane'], 'a')];
    expect(settled({ texts, leads: [lead('jane')] })).toEqual({ about: 'which' });
    expect(settled({ texts, leads: [lead('jane')], received: { answered: 'a' } })).toMatchObject({ answers: 'jane' });
  });
});

describe('the owners of a phone', () => {
  it('are all who have it, in the order of the agreement', () => {
    const reps = [rep('ben', { phone: '+4915550001' }), rep('ana', { phone: '+4915550001' }), rep('cem')];
    const owners = ownersOf(smallAgreement({ reps }), '+4915550001');
    expect(owners?.map(({ id }) => id)).toEqual(['ben', 'ana']);
  });

  it('are nobody for the phone of somebody else', () => {
    expect(ownersOf(agreement, '+4915550009999')).toBeUndefined();
  });
});

describe('the help that a reply gets', () => {
  const how = (reasons: readonly string[]) => composeHelp({ about: 'how' }, reasons, 'en');

  it('says how to answer', () => {
    expect(how([])).toBe('Reply 1 to accept, or open the link.');
    expect(how(['no-time'])).toBe('Reply 1 to accept. To reject reply 21 for no-time.');
    expect(how(['no-time', 'not-a-fit'])).toBe('Reply 1 to accept. To reject reply 21 for no-time, 22 not-a-fit.');
  });

  it('cuts a long reason, and leaves out what GSM-7 does not have', () => {
    expect(how(['a'.repeat(40)])).toBe(`Reply 1 to accept. To reject reply 21 for ${'a'.repeat(30)}.`);
    expect(how(['not 好 for us'])).toBe('Reply 1 to accept. To reject reply 21 for not for us.');
  });

  it('lists as many reasons as fill an SMS, and points at the link for the others', () => {
    const reasons = Array.from({ length: 9 }, (_, index) => `reason-${index + 1}-of-nine`);
    expect(how(reasons)).toBe(
      'Reply 1 to accept. To reject reply 21 for reason-1-of-nine, 22 reason-2-of-nine, 23 reason-3-of-nine, 24 reason-4-of-nine. For others open the link.',
    );
    expect(how(reasons).length).toBeLessThanOrEqual(160);
  });

  it('says of how many leads it is not certain which one is meant', () => {
    const which = (waiting?: number) =>
      composeHelp({ about: 'which', ...(waiting === undefined ? {} : { waiting }) }, [], 'en');
    expect(which(1)).toMatch(/^1 lead of our latest SMS waits/);
    expect(which(2)).toMatch(/^2 leads of our latest SMS wait for/);
    expect(which()).toMatch(/^Several leads may wait/);
  });
});

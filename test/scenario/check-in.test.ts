import { describe, expect, it } from 'vitest';
import { openFeed } from '../../cli/feed.ts';
import { runReport } from '../../cli/report/report.ts';
import { mailFigures } from '../../functions/mail-figures/handler.ts';
import { createMemoryMeasuredStore } from '../../shared/adapters/memory/memory-measured-store.ts';
import { randomIds } from '../../shared/adapters/node/random-ids.ts';
import { readAgreement } from '../../shared/agreement/read-agreement.ts';
import { reachKey } from '../../shared/application/reach/known-reach.ts';
import type { Reach } from '../../shared/domain/alert/reach/reach.ts';
import { DEFAULT_TERMS, type ReportTerms } from '../../shared/domain/measures/terms.ts';
import { createRules } from '../../shared/domain/rules.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/domain/time/durations.ts';
import type { OutgoingMessage } from '../../shared/ports/messenger.ts';
import type { Write } from '../../shared/ports/store.ts';
import { createEmbedded } from '../../simulator/embedded.ts';
import { acted, agreementWith, captured, seller, sent } from '../support/scenario/field-world.ts';
import { collect, type Line, type Written, writeAgreement, writeFeed } from '../support/scenario/what-if.ts';

const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The first Monday of the world, and of its third week. */
const MONDAY = Date.UTC(2026, 10, 2) / DAY_MS;

/** Four hot leads a day; whether each is accepted in time. */
const week = (nth: number, accepts: (index: number) => boolean, perDay = 4): Line[] =>
  Array.from({ length: 5 * perDay }, (_, index) => {
    const day = dayText(MONDAY + 7 * nth + Math.floor(index / perDay));
    const email = `lead-${nth}-${index}@w${nth}.example`;
    const time = `${day}T${String(8 + (index % perDay)).padStart(2, '0')}`;
    return [
      captured(`${time}:00:00Z`, email),
      acted(`${time}:05:00Z`, email),
      ...(accepts(index) ? [sent(`${time}:10:00Z`, 'RepAnswered', { email, answer: 'accept' })] : []),
    ];
  }).flat();

const world = (more: Partial<Written> = {}): Written =>
  agreementWith([seller('ana', { manager: 'mia' }), seller('mia')], {
    territories: [{ name: 'All', team: [{ rep: 'ana' }] }],
    sla: {
      alert: { within: 'PT24H' },
      accept: { within: 'PT30M', clock: 'wall', keep: '90%' },
      marketing: { qualifiedPerWeek: 25, email: 'marketing@example.com' },
    },
    ...more,
  });

/** A world in which figures are kept, at an instant after its feed. */
const at = async (written: Written, lines: readonly Line[], terms: ReportTerms = DEFAULT_TERMS) => {
  const agreement = await readAgreement(writeAgreement(written), 2026);
  const measured = createMemoryMeasuredStore();
  const feed = openFeed(writeFeed(lines));
  const runtime = createEmbedded({ agreement, measured, start: feed.start ?? 0 });
  for (const { at: instant, detailType, text } of feed.read()) {
    await runtime.runBefore(instant);
    await runtime.deliver(text, detailType);
  }
  feed.close();
  const mails: (OutgoingMessage & { readonly channel: 'email' })[] = [];
  const self = {
    now: 0,
    store: runtime.store,
    mails,
    fails: false,
    mail: async (now: string) => {
      self.now = Date.parse(now);
      await runtime.runBefore(self.now);
      await mailFigures({
        ...{ store: runtime.store, measured, terms, rules: createRules(agreement), ids: randomIds },
        pageBase: 'https://leads.example.com/m/',
        time: { now: () => self.now, pause: async () => undefined },
        observer: { info: () => {}, warn: () => {}, error: () => {}, count: () => {}, measure: () => {} },
        messenger: {
          send: async (message) => {
            if (message.channel !== 'email') throw new Error('the check-in goes by e-mail');
            if (self.fails && mails.length === 1) throw new Error('killed');
            mails.push(message);
            return { messageId: 'm' };
          },
        },
      })();
    },
  };
  return self;
};

/** What check-reach and hear-bounce have noted. */
const reachOf = (id: string, value: Reach): Write => ({ key: reachKey(id), expectedVersion: 0, value });

const three = [...week(0, () => true), ...week(1, () => true), ...week(2, (index) => index % 2 === 0)];
const NEXT_MONDAY = dayText(MONDAY + 21);

describe('the check-in', () => {
  it('is mailed to both teams on Monday at eight where a part of a clause is agreed, once', async () => {
    const story = await at(world(), three);
    await story.mail(`${NEXT_MONDAY}T07:59:59Z`);
    expect(story.mails).toEqual([]);
    await story.mail(`${NEXT_MONDAY}T08:00:00Z`);
    await story.mail(`${NEXT_MONDAY}T08:15:00Z`);
    expect(story.mails.map(({ rep, to }) => `${rep} ${to}`)).toEqual([
      'ana ana@sales.example',
      'mia mia@sales.example',
      'null marketing@example.com',
    ]);
  });

  it('tells managers and marketing whom messages do not reach, and a rep of their own', async () => {
    const story = await at(world(), three);
    const since = Date.parse(`${NEXT_MONDAY}T06:00:00Z`);
    const bounced = { failing: { email: { reason: 'Bounced', since } }, worked: [], sequence: 1 } as const;
    await story.store.commit([reachOf('ana', { ...bounced, unreachableSince: since })]);
    await story.mail(`${NEXT_MONDAY}T08:00:00Z`);
    const told = story.mails.map(({ rep, text }) => `${rep} ${/Messages do not arrive:\n(.*)/.exec(text)?.[1]}`);
    const line = '- ANA: no e-mail (Bounced); nothing reaches them';
    expect(told).toEqual([`ana ${line}`, `mia ${line}`, `null ${line}`]);
  });

  it('tells a rep nothing of how others are reached, and nobody anything where all are', async () => {
    const story = await at(world(), three);
    const since = Date.parse(`${NEXT_MONDAY}T06:00:00Z`);
    await story.store.commit([
      reachOf('mia', { failing: { email: { reason: 'Complained', since } }, worked: [], sequence: 1 }),
      reachOf('ana', { failing: {}, worked: ['email'], sequence: 1 }),
    ]);
    await story.mail(`${NEXT_MONDAY}T08:00:00Z`);
    expect(story.mails.map(({ rep, text }) => [rep, text.includes('Messages do not arrive')])).toEqual([
      ['ana', false],
      ['mia', true],
      [null, true],
    ]);
  });

  it('tells what was promised and kept, what changed, how sure that is, and who waits', async () => {
    const story = await at(world(), three);
    await story.mail(`${NEXT_MONDAY}T08:00:00Z`);
    const { subject = '', text = '' } = story.mails.at(-1) ?? {};
    expect(subject).toBe('Week 2026-W47: below what was agreed: accept 50.0 %');
    expect(text).toContain('Marketing: 20 leads passed on, 25 promised; 100.0 % of the hot ones complete at once.');
    expect(text).toContain('- accept in time: 50.0 % (10 of 20, 90.0 % agreed: below)');
    expect(text).toContain('What changed most against the 2 weeks before:');
    expect(text).toContain('- accept in time: 50.0 %, before 100.0 %; surely more than chance');
    expect(text).toMatch(/\d+ leads? waits? for an acceptance now/);
    expect(text).toMatch(/https:\/\/leads\.example\.com\/m\/[\w-]{22}\n$/);
  });

  it('calls a small change what it may be: chance', async () => {
    const lines = [...week(0, () => true), ...week(1, (index) => index > 0, 3)];
    const story = await at(world(), lines);
    await story.mail(`${dayText(MONDAY + 14)}T08:00:00Z`);
    const { text = '' } = story.mails.at(-1) ?? {};
    expect(text).toContain('What changed most against the week before:');
    expect(text).toContain('- leads captured: 15, before 20; may be chance');
    expect(text).not.toContain('surely');
  });

  it('says so where there is no week to compare with', async () => {
    const story = await at(
      world(),
      week(0, () => true),
    );
    await story.mail(`${dayText(MONDAY + 7)}T08:00:00Z`);
    expect(story.mails.at(-1)?.subject).toBe('Week 2026-W45: 20 leads passed on, 25 promised');
    expect(story.mails.at(-1)?.text).toContain('There is no week before to compare with.');
  });

  it('tells a rep of their own leads, and promises none in their name', async () => {
    const story = await at(world(), three);
    await story.mail(`${NEXT_MONDAY}T08:00:00Z`);
    const [own] = story.mails;
    expect(own?.text).toContain('Your leads: ');
    expect(own?.text).not.toContain('promised');
  });

  it('comes on the day and at the hour that report.yaml says, by its zone', async () => {
    const kathmandu = { name: 'Asia/Kathmandu', changes: [], offsets: [5 * HOUR_MS + 45 * MINUTE_MS] };
    const terms = { ...DEFAULT_TERMS, zone: kathmandu, digest: { day: 3, minute: 9 * 60 + 30 } };
    const story = await at(world(), three, terms);
    const thursday = dayText(MONDAY + 24);
    await story.mail(`${thursday}T03:44:00Z`);
    expect(story.mails).toEqual([]);
    await story.mail(`${thursday}T03:45:00Z`);
    expect(story.mails).toHaveLength(3);
  });

  it('is not mailed where nothing is agreed of it, or more than a day late', async () => {
    const none = await at(
      world({ sla: { alert: { within: 'PT24H' }, accept: { within: 'PT30M', clock: 'wall' } } }),
      three,
    );
    await none.mail(`${NEXT_MONDAY}T08:00:00Z`);
    expect(none.mails).toEqual([]);
    const late = await at(world(), three);
    await late.mail(`${dayText(MONDAY + 22)}T08:00:01Z`);
    expect(late.mails).toEqual([]);
  });

  it('goes on with the others after it was stopped in between', async () => {
    const story = await at(world(), three);
    story.fails = true;
    await expect(story.mail(`${NEXT_MONDAY}T08:00:00Z`)).rejects.toThrow('killed');
    story.fails = false;
    await story.mail(`${NEXT_MONDAY}T08:15:00Z`);
    expect(story.mails.map(({ rep }) => rep)).toEqual(['ana', 'mia', null]);
  });

  it('can be read before it is mailed', async () => {
    const options = {
      agreement: writeAgreement(world()),
      events: writeFeed(three),
      json: false,
      checkIn: true,
      seed: 1,
    };
    const until = Date.parse(`${NEXT_MONDAY}T09:00:00Z`);
    const text = await collect((stdout) => runReport({ ...options, until }, stdout));
    expect(text).toContain('Week 2026-W47: below what was agreed: accept 50.0 %');
    expect(text).toContain('- accept in time: 50.0 %, before 100.0 %; surely more than chance');
  });
});

import { beforeAll, describe, expect, it, vi } from 'vitest';
import { metrics, powertoolsObserver } from '../../shared/adapters/aws/powertools-observer.ts';
import type { Observer } from '../../shared/ports/observer.ts';
import { StoreError } from '../../shared/ports/store-error.ts';
import { MINUTE } from '../support/agreement/small-agreement.ts';
import { type Known, leaksIn } from '../support/e2e/log-scan.ts';
import { visitor } from '../support/pages/page-visitor.ts';
import { JANE, type Story, startStory, storyAgreement } from '../support/scenario/answer-story.ts';

type Broken = 'nothing' | 'reading' | 'writing' | 'messages' | 'bus';

const NOTE = 'Her mother answers at +44 20 7946 0123';

const STRANGER = '+442079460456';

/** One run in which all goes wrong that can, with errors that quote what they were given. */
const sayEverything = async (observer: Observer): Promise<Story> => {
  let broken: Broken = 'nothing';
  const failWhile = (what: Broken, quoted: unknown): void => {
    if (broken === what) throw new StoreError('commit-failed', `Invalid input: ${JSON.stringify(quoted)}`);
  };
  const story = await startStory({
    replace: ({ store, messenger, bus }) => ({
      observer,
      store: {
        ...store,
        load: async (keys) => {
          failWhile('reading', [...keys, JANE]);
          return store.load(keys);
        },
        commit: async (writes) => {
          failWhile('writing', writes);
          return store.commit(writes);
        },
      },
      messenger: {
        send: async (message) => {
          failWhile('messages', message);
          return message.channel === 'sms' ? { failure: 'OptedOutException' } : messenger.send(message);
        },
      },
      bus: { publish: async (facts) => (broken === 'bus' ? facts : bus.publish(facts)) },
    }),
  });
  const { runtime } = story;
  const email = JANE.person.email;
  const goOn = async (minutes: number) => runtime.runThrough(runtime.now() + minutes * MINUTE);
  for (const what of ['nothing', 'reading', 'writing', 'messages', 'bus'] as const) {
    broken = what;
    const rep = story.messages.at(-1)?.rep ?? '';
    const page = visitor(story, story.links(rep).at(-1) ?? '');
    await page.get();
    await page.post({ answer: 'reject', reason: 'no-time', note: NOTE });
    await visitor(story, `/a/${'A'.repeat(22)}`).post({ answer: 'accept', note: NOTE });
    await story.tell('LeadActivityRecorded', { email, kind: 'page-viewed', url: `https://x.example/?e=${email}` });
    await story.tell('LeadCaptured', { ...JANE, person: { ...JANE.person, email: `other-${what}@acme.example` } });
    await story.tell('LeadCaptured', { person: { email: 'jane at acme', phone: JANE.person.phone } });
    await story.tell('RepAnswered', { email, repId: rep, answer: 'reject', reason: email, note: NOTE });
    await runtime.deliver(`{"detail": ${email} ${NOTE}`, 'LeadCaptured');
    await runtime.reply({ from: storyAgreement().reps[rep]?.phone ?? '', text: `no time. ${NOTE}` });
    await runtime.reply({ from: STRANGER, text: `${email}? ${NOTE}`, id: STRANGER });
    // A clock that cannot read or write is the state machine's to ask again, which is not here.
    if (what === 'reading' || what === 'writing') broken = 'nothing';
    await goOn(20);
  }
  broken = 'nothing';
  await story.tell('LeadContacted', { email, channel: JANE.person.phone });
  await story.tell('LeadClosed', { email, outcome: 'lost', reason: NOTE });
  await goOn(60);
  return story;
};

const knownTo = ({ messages }: Story): Known => {
  const reps = Object.values(storyAgreement().reps);
  const { person, company } = JANE;
  const tokens = messages.flatMap(({ text }) => /\/a\/([\w-]{22})/.exec(text)?.[1] ?? []);
  const names = [person.lastName, company.name, company.domain, ...reps.map(({ name }) => name)];
  return {
    texts: [person.email, NOTE, 'jane at acme', ...names, ...reps.map(({ email }) => email)],
    phones: [person.phone, '+442079460123', STRANGER, ...reps.flatMap(({ phone }) => phone ?? [])],
    isToken: (word) => tokens.includes(word),
  };
};

describe('the log lines of the functions', () => {
  const lines: string[] = [];
  let known: Known;

  beforeAll(async () => {
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, 'write').mockImplementation((chunk) => {
        lines.push(...String(chunk).split('\n').filter(Boolean));
        return true;
      });
    }
    try {
      known = knownTo(await sayEverything(powertoolsObserver));
      metrics.publishStoredMetrics();
    } finally {
      vi.restoreAllMocks();
    }
  });

  it('tell what went wrong, where and how often', () => {
    const all = lines.join('\n');
    for (const said of [
      '"message":"A message could not be handled"',
      '"message":"A link could not be served"',
      '"code":"commit-failed"',
      'handler.ts:',
      '"LeadRefused":',
      '"Name":"TimeToAlert","Unit":"Milliseconds"',
      '"MessageFailed":',
      '"FactNotPublished":',
      '"StrangerIgnored":',
    ]) {
      expect(all).toContain(said);
    }
    expect(lines.length).toBeGreaterThan(20);
  });

  it('hold no address, number, name, note or link', () => {
    expect(leaksIn(lines, known)).toEqual([]);
  });

  it('would, if they told what errors say', async () => {
    const told: string[] = [];
    const tell = (...what: readonly unknown[]): void => void told.push(what.map(String).join(' '));
    const story = await sayEverything({ info: tell, warn: tell, error: tell, count: () => {}, measure: () => {} });
    expect(leaksIn(told, knownTo(story)).length).toBeGreaterThan(10);
  });
});

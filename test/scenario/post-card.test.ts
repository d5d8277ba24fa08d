import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SINK_RECEIVES } from '../../shared/contracts/sinks/sink-queues.ts';
import { ownerOf } from '../../shared/domain/lead/lead.ts';
import { StoreError } from '../../shared/ports/store-error.ts';
import type { WebAnswer } from '../../shared/ports/web-calls.ts';
import { rep, smallAgreement, territory, withoutManager, withoutPhone } from '../support/agreement/small-agreement.ts';
import { httpEvent } from '../support/pages/http-event.ts';
import { flowOf, linesOf, pretendedTeams, TEAMS_SECRET, TEAMS_SINK } from '../support/sinks/pretended-teams.ts';
import { openWorld, START, type WorldOptions } from '../support/sinks/world.ts';

const JANE = 'jane@mail.example';
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Ana has the first lead, and Ben the next; both report to Mia. */
const TEAM = smallAgreement({
  reps: [withoutPhone(rep('ana')), withoutPhone(rep('ben')), withoutManager(withoutPhone(rep('mia')))],
  territories: [territory('Everywhere', ['ana', 'ben'])],
});

const openTeams = (
  says?: (nth: number, rep: string) => Partial<WebAnswer> | undefined,
  options: Partial<WorldOptions> = {},
) => {
  const teams = pretendedTeams(says);
  const world = openWorld({ agreement: TEAM, sinks: [TEAMS_SINK], answer: teams.call, ...options });
  return { teams, world };
};

const DOWN = { status: 503 };

/** Nobody takes a lead from whoever has it. */
const PATIENT = smallAgreement({
  reps: [withoutManager(withoutPhone(rep('ana')))],
  territories: [territory('Everywhere', ['ana'])],
  sla: { accept: { withinMs: 100 * 24 * HOUR, clock: 'wall', steps: [] } },
});

/** A call of a flow may have done what was asked, and its answer was lost; a commit too. */
const openFlaky = (seed: number) => {
  let state = seed;
  let isDown = true;
  const fails = (): boolean => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return isDown && (state >>> 16) % 5 === 0;
  };
  const teams = pretendedTeams();
  const world = openWorld({
    ...{ agreement: PATIENT, sinks: [TEAMS_SINK] },
    answer: (call, now) => {
      if (!fails()) return teams.call(call, now);
      if (state % 2 === 0) teams.call(call, now);
      return undefined;
    },
    secrets: () => {
      if (fails()) throw new Error('SSM is down');
      return TEAMS_SECRET;
    },
    store: ({ load, commit }) => ({
      load: async (keys) => {
        if (fails()) throw new StoreError('load-failed', 'The table is down');
        return load(keys);
      },
      commit: async (writes) => {
        if (!fails()) return commit(writes);
        if (state % 2 === 0) await commit(writes);
        throw new StoreError('commit-failed', 'The table is down');
      },
    }),
  });
  const mend = (): void => {
    isDown = false;
  };
  return { teams, world, mend };
};

/** Whatever was done for the lead and whatever was said of it, but for what tells sinks. */
const factsOf = ({ published }: ReturnType<typeof openWorld>) =>
  published.map(({ type, time, detail: { data } }) => ({ type, time, data }));

describe('a rep who is told by e-mail', () => {
  it('gets a card in Teams beside it, with what the e-mail says and one button that opens the lead', async () => {
    const { teams, world } = openTeams();
    await world.capture(JANE, { person: { email: JANE, firstName: 'Jane', lastName: 'Doe' } });
    expect(world.messages).toEqual(['alert ana email']);
    const [card, ...others] = teams.cards;
    expect([card?.rep, others]).toEqual(['ana', []]);
    const lines = card === undefined ? [] : linesOf(card.content);
    expect(lines[0]).toMatch(/^Hot lead: Jane Doe, Acme/);
    expect(lines).toEqual(expect.arrayContaining(['What to do: accept or reject the lead.', 'Company: Acme']));
    expect(card?.content.actions).toEqual([
      { type: 'Action.OpenUrl', title: 'Open the lead', url: expect.stringMatching(/^https:.*\/a\/[\w-]{22}$/) },
    ]);
    expect(world.counted).toEqual(['SinkTold teams']);
  });

  it('can answer by the link of the card', async () => {
    const { teams, world } = openTeams();
    await world.capture(JANE);
    const url = teams.cards[0]?.content.actions[0]?.url ?? '';
    const page = await world.runtime.answer(httpEvent({ method: 'GET', path: new URL(url).pathname }));
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('Acme');
  });

  it('is told by the e-mail alone, as far as the lead and its facts know', async () => {
    const { world } = openTeams();
    const without = openTeams(undefined, { sinks: [] }).world;
    for (const one of [world, without]) await one.capture(JANE);
    for (const one of [world, without]) await one.pass(5 * HOUR);
    expect(factsOf(world)).toEqual(factsOf(without));
    expect(world.messages).toEqual(without.messages);
    expect(JSON.stringify(world.published)).not.toContain('teams');
  });

  it('gets a card of each reminder, and their manager one of what they have not done', async () => {
    const { teams, world } = openTeams();
    await world.capture(JANE);
    await world.pass(16 * MINUTE);
    await world.accept(JANE);
    await world.pass(2 * HOUR);
    expect(
      teams.cards.map(({ rep: one, content }) => [one, linesOf(content)[0]?.split(':')[0]?.split(' ')[0]]),
    ).toEqual([
      ['ana', 'Hot'],
      ['ana', 'Reminder'],
      ['ana', 'Reminder'],
      ['mia', 'Ana'],
    ]);
    expect(teams.cards.at(-1)?.content.actions[0]?.title).toBe('Take it, give it to somebody or leave it');
  });

  it('gets no card of what asks for nothing: a lead that was taken away, or several leads at once', async () => {
    const throttled = smallAgreement({
      reps: [withoutPhone(rep('ana')), withoutManager(withoutPhone(rep('mia')))],
      territories: [territory('Everywhere', ['ana'])],
      sla: { alerts: { throttle: { max: 2, perMs: 10 * MINUTE } } },
    });
    const { teams, world } = openTeams(undefined, { agreement: throttled });
    await world.capture('a@mail.example');
    await world.giveTo('a@mail.example', 'mia');
    for (const name of ['b', 'c', 'd']) await world.capture(`${name}@mail.example`);
    await world.pass(14 * MINUTE);
    expect(world.messages).toEqual(['alert ana email', 'alert mia email', 'taken-away ana email', 'digest ana email']);
    expect(teams.cards.map((card) => card.rep)).toEqual(['ana', 'mia']);
  });
});

describe('a rep whom two channels tell', () => {
  it('gets one card', async () => {
    const { teams, world } = openTeams(undefined, { agreement: smallAgreement() });
    await world.capture(JANE);
    expect(world.messages).toHaveLength(2);
    await world.pass(HOUR / 4 + SECOND);
    expect(teams.cards).toHaveLength(2);
    expect(new Set(teams.cards.map((card) => card.rep)).size).toBe(1);
  });

  it('gets one card when each fact comes again', async () => {
    const { teams, world } = openTeams(undefined, { agreement: smallAgreement() });
    await world.capture(JANE);
    for (const fact of world.published) world.tell(fact);
    await world.pass(MINUTE);
    expect(teams.cards).toHaveLength(1);
  });
});

describe('a rep whom no message has reached', () => {
  it('gets no card: Teams stands in for nothing', async () => {
    const { teams, world } = openTeams(undefined, { sends: false });
    await world.capture(JANE);
    await world.pass(MINUTE);
    expect(world.published.filter(({ type }) => type === 'RepAlerted').length).toBeGreaterThan(0);
    expect(teams.came).toEqual([]);
  });
});

describe('a flow', () => {
  it('that answers 429 is left alone as long as it says, and then shows what is true', async () => {
    const { teams, world } = openTeams((nth) =>
      nth === 1 ? { status: 429, headers: { 'retry-after': '420' } } : undefined,
    );
    await world.capture(JANE);
    await world.pass(10 * MINUTE);
    expect(teams.came.map(({ at }) => at - START)).toEqual([0, 7 * MINUTE]);
    expect(teams.cards).toHaveLength(1);
  });

  it.each([
    ['has an error', DOWN],
    ['cannot be reached', undefined],
  ])('that %s is tried again, and the alert stands', async (_, answer) => {
    const teams = pretendedTeams();
    let calls = 0;
    const world = openWorld({
      ...{ agreement: TEAM, sinks: [TEAMS_SINK] },
      answer: (call, now) => {
        calls += 1;
        if (calls > 2) return teams.call(call, now);
        return answer && { ...answer, headers: {}, body: '' };
      },
    });
    await world.capture(JANE);
    expect(world.messages).toEqual(['alert ana email']);
    expect(world.published.map(({ type }) => type)).toContain('RepAlerted');
    await world.pass(14 * MINUTE);
    expect([calls, teams.cards.length]).toEqual([3, 1]);
    expect(world.messages).toEqual(['alert ana email']);
  });

  it.each([400, 401, 403, 404, 410])(
    'that is gone (%i) is refused, told of and used again once it is mended',
    async (status) => {
      let isGone = true;
      const { teams, world } = openTeams(() => (isGone ? { status } : undefined));
      await world.capture(JANE);
      expect(world.counted).toEqual(['SinkRefused teams', 'SinkFailed teams']);
      expect(world.messages).toEqual(['alert ana email']);
      isGone = false;
      await world.pass(MINUTE);
      expect(teams.cards).toHaveLength(1);
    },
  );

  it('that is down until the lead has moved on is not told of it any more', async () => {
    let isDown = true;
    const { teams, world } = openTeams(() => (isDown ? DOWN : undefined));
    await world.capture(JANE);
    await world.accept(JANE);
    isDown = false;
    await world.pass(6 * MINUTE);
    expect(teams.cards).toEqual([]);
    expect(world.runtime.deadLetters).toEqual([]);
  });

  it('that takes nothing for three days leaves a dead letter of what is still to be done', async () => {
    const { teams, world } = openTeams(() => DOWN, { agreement: PATIENT });
    await world.capture(JANE);
    await world.pass(100 * HOUR);
    expect(teams.came.length).toBeLessThan(SINK_RECEIVES);
    expect(world.counted).toContain('SinkDown teams');
    expect(world.runtime.deadLetters.map(({ queue }) => queue)).toEqual(['sink:teams']);
    const lead = world.lead(JANE);
    expect(lead && ownerOf(lead)?.rep).toBe('ana');
  });

  it('of one rep that is gone holds back no other rep', async () => {
    const { teams, world } = openTeams((_, to) => (to === 'ana' ? { status: 404 } : undefined));
    await world.capture(JANE);
    await world.capture('joe@mail.example');
    expect(teams.cards.map((card) => card.rep)).toEqual(['ben']);
  });

  it('is told once more, and not more often, where it was not recorded that it took a card', async () => {
    let commits = 0;
    const { teams, world } = openTeams(undefined, {
      store: ({ load, commit }) => ({
        load,
        commit: async (writes) => {
          commits += 1;
          if (commits === 2) throw new StoreError('commit-failed', 'The table is down');
          return commit(writes);
        },
      }),
    });
    await world.capture(JANE);
    await world.pass(14 * MINUTE);
    expect(teams.cards).toHaveLength(2);
  });
});

describe('where one call in five fails, to the flows, to SSM and to the table', () => {
  it('each alert gets its card in the end, and nothing is dead', () =>
    fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const companies = Array.from({ length: 8 }, (_, nth) => `Acme${nth}`);
        const { teams, world, mend } = openFlaky(seed);
        for (const name of companies)
          await world.capture(`${name}@mail.example`, { company: { name, employees: 500 } });
        await world.pass(60 * HOUR);
        mend();
        await world.pass(40 * HOUR);
        const posted = teams.cards.map(({ content }) => linesOf(content)[0] ?? '');
        expect(companies.filter((name) => !posted.some((line) => line.includes(name)))).toEqual([]);
        expect(world.runtime.deadLetters).toEqual([]);
        expect(world.messages).toHaveLength(companies.length);
      }),
      { numRuns: 6 },
    ));
});

describe('the address of a flow', () => {
  it('that is not kept is asked for, and used as soon as it is', async () => {
    let kept: unknown;
    const { teams, world } = openTeams(undefined, { secrets: () => kept });
    await world.capture(JANE);
    expect(world.counted).toEqual(['SinkRefused teams', 'SinkFailed teams']);
    kept = TEAMS_SECRET;
    await world.pass(MINUTE);
    expect(teams.cards).toHaveLength(1);
  });

  it('of somebody who is not in sinks.yaml is used for nothing', async () => {
    const { teams, world } = openTeams(undefined, { sinks: [{ ...TEAMS_SINK, reps: ['mia'] }] });
    await world.capture(JANE);
    expect(teams.came).toEqual([]);
    expect(world.counted).toEqual([]);
  });

  it('and the link of a card are in no log, no fact and no document, and nothing of the lead is in a log', async () => {
    const { teams, world } = openTeams((nth) => [DOWN, { status: 404 }, { status: 429 }][nth - 1]);
    await world.capture(JANE);
    await world.pass(80 * HOUR);
    const capability = teams.cards[0]?.content.actions[0]?.url.split('/').at(-1);
    expect(capability).toMatch(/^[\w-]{22}$/);
    const logged = JSON.stringify(world.said);
    expect(logged).toContain('A flow of a rep does not take their cards');
    expect(logged).not.toContain(JANE);
    const told = JSON.stringify([world.said, world.published, [...world.runtime.store.leads()]]);
    for (const secret of [...TEAMS_SINK.reps.map(flowOf), 'sig=', 'hidden-', String(capability)])
      expect(told).not.toContain(secret);
  });
});

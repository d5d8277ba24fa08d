import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../cli/doctor/diagnose.ts';
import type { Facts } from '../../cli/doctor/facts.ts';
import type { Finding } from '../../cli/doctor/finding.ts';
import { findingJson, findingLine, howItStands } from '../../cli/doctor/print-findings.ts';
import type { SourceHealth } from '../../cli/doctor/system-health.ts';
import type { Agreement, Rep } from '../../shared/domain/agreement/agreement.ts';
import type { Subscription } from '../../shared/domain/alert/reach/account.ts';
import { repsToReach } from '../../shared/domain/alert/reach/who-is-told.ts';
import type { Duty } from '../../shared/domain/duty/duty.ts';
import type { SinkMetric } from '../../shared/ports/sink-counts.ts';
import type { SourceMetric } from '../../shared/ports/source-counts.ts';
import {
  always,
  MINUTE,
  rep,
  smallAgreement,
  territory,
  withoutManager,
} from '../support/agreement/small-agreement.ts';
import { brokenLinks } from '../support/rules/doc-links.ts';

const NOW = Date.UTC(2026, 10, 16, 9);

const PHONES = { ana: '+491701', ben: '+491702', mia: '+491709' } as const;

/** Ana and Ben are a team, Mia their manager; both channels for each. */
const AGREEMENT = smallAgreement({
  reps: [
    rep('ana', { phone: PHONES.ana }),
    rep('ben', { phone: PHONES.ben }),
    withoutManager(rep('mia', { phone: PHONES.mia })),
  ],
  territories: [territory('Everywhere', ['ana', 'ben'])],
});

const withRep = (id: string, parts: Partial<Rep>): Agreement => {
  const own = AGREEMENT.reps[id];
  return own === undefined ? AGREEMENT : { ...AGREEMENT, reps: { ...AGREEMENT.reps, [id]: { ...own, ...parts } } };
};

const topic = (id: string, ...subscriptions: readonly Subscription[]) =>
  [id, { arn: `arn:aws:sns:eu-central-1:1:${id}`, subscriptions }] as const;
const confirmed = (id: string) => topic(id, { address: `${id}@sales.example`, confirmed: true });
const pending = (id: string) => topic(id, { address: `${id}@sales.example`, confirmed: false });

const subscribed = (...topics: readonly ReturnType<typeof topic>[]): Pick<Facts, 'email'> => ({
  email: { answer: { by: 'sns', topics: new Map(topics) } },
});

const SANDBOX = (...verified: readonly string[]): Pick<Facts, 'sandbox'> => ({
  sandbox: { answer: { on: true, verified: new Set(verified) } },
});

const WELL: Facts = {
  ...subscribed(confirmed('ana'), confirmed('ben'), confirmed('mia')),
  sandbox: { answer: { on: false } },
  optedOut: { answer: new Set() },
  spending: { answer: { limit: 100, spent: 3 } },
  origins: { answer: new Set() },
  slack: { answer: { mayWrite: true, members: new Map() } },
  concurrency: { answer: 1_000 },
  deadLetters: { answer: [{ queue: 'ScoreLeadDeadLetters', messages: 0 }] },
  sources: { answer: [] },
  sinks: { answer: [] },
  alarms: { answer: [] },
  pastDue: { answer: undefined },
  unpublished: { answer: undefined },
};

const refused = { refused: 'AccessDenied: no' };

const findings = (changed: Partial<Facts>, agreement = AGREEMENT): readonly Finding[] =>
  diagnose(agreement, { ...WELL, ...changed }, NOW);

/** `severity says`, as far as this is about reps. */
const ofReps = (changed: Partial<Facts>, agreement?: Agreement): readonly string[] =>
  findings(changed, agreement)
    .filter(({ check }) => check === 'rep')
    .map(({ severity, says }) => `${severity}: ${says}`);

const brief = (changed: Partial<Facts>, agreement?: Agreement): readonly string[] =>
  findings(changed, agreement).map(({ severity, check, about }) => [severity, check, about].filter(Boolean).join(' '));

describe('a deployment', () => {
  it('is well where every rep is reached and nothing waits', () => {
    expect(findings({})).toEqual([]);
    expect(howItStands([])).toBe('every rep can be reached, no dead letters, no alarm, nothing late');
  });
});

describe('marketing', () => {
  const email = 'marketing@acme.example';
  const told = { ...AGREEMENT, sla: { ...AGREEMENT.sla, marketing: { email } } };
  const topics = [confirmed('ana'), confirmed('ben'), confirmed('mia')];

  it('hears of rejections once it has confirmed its subscription; until then that is a warning', () => {
    expect(brief(subscribed(...topics, topic('@marketing', { address: email, confirmed: true })), told)).toEqual([]);
    const pendingOne = subscribed(...topics, topic('@marketing', { address: email, confirmed: false }));
    expect(brief(pendingOne, told)).toEqual(['warning marketing']);
    expect(findings(pendingOne, told)[0]?.says).toBe(
      'Marketing hears of no rejection: the subscription is not confirmed',
    );
    expect(brief(subscribed(...topics), told)).toEqual(['warning marketing']);
  });
});

describe('Slack', () => {
  const slack = 'U0ANAORTIZ';
  const beside = withRep('ana', { slack, channels: ['sms', 'email', 'slack'] });
  const alone = withRep('ana', { slack, channels: ['slack'] });
  const member = (is: 'here' | 'gone'): Pick<Facts, 'slack'> => ({
    slack: { answer: { mayWrite: true, members: new Map([[slack, is]]) } },
  });
  const noToken: Pick<Facts, 'slack'> = { slack: { answer: { mayWrite: false, members: new Map() } } };

  it('reaches a rep who is a member there', () => {
    expect(findings(member('here'), alone)).toEqual([]);
  });

  it('reaches nobody without a token, nor by the id of nobody', () => {
    expect(brief(noToken, alone)).toEqual(['problem rep ana', 'warning slack-app']);
    expect(brief(noToken, beside)).toEqual(['warning slack-app']);
    const [gone] = findings(member('gone'), alone);
    expect(gone).toMatchObject({ severity: 'problem', check: 'rep', about: 'ana' });
    expect(gone?.says).toContain('nobody in the workspace has the Slack id');
  });

  it('is who did not answer, where it does not, and matters to nobody who has none', () => {
    expect(findings({ slack: refused }, beside)[0]?.says).toBe(
      'Slack did not answer about its members: AccessDenied: no',
    );
    expect(findings({ slack: refused })).toEqual([]);
  });
});

describe('those who must be reached', () => {
  it('are the teams, their managers, and whom those report to', () => {
    const reps = [
      rep('vip', {}),
      rep('mia', { manager: 'vip' }),
      rep('ana', {}),
      rep('gone', {}),
      withoutManager(rep('ceo')),
    ];
    const agreement = smallAgreement({
      reps: reps.map((one) => (one.id === 'vip' ? { ...one, manager: 'mia' } : one)),
      territories: [territory('Everywhere', ['ana'])],
    });
    expect(repsToReach(agreement).map(({ id }) => id)).toEqual(['vip', 'mia', 'ana']);
  });
});

describe('a rep', () => {
  it('who has not confirmed the e-mail is told of, and is reached by SMS', () => {
    expect(ofReps(subscribed(pending('ana'), confirmed('ben'), confirmed('mia')))).toEqual([
      'warning: Ana (ana) gets no e-mail, as the subscription is not confirmed; SMS works',
    ]);
  });

  it('who has neither confirmed nor a number verified in the sandbox cannot be reached', () => {
    const facts = {
      ...subscribed(pending('ana'), confirmed('ben'), confirmed('mia')),
      ...SANDBOX('+491702', '+491709'),
    };
    expect(ofReps(facts)).toEqual([
      'problem: Ana (ana) cannot be reached: no SMS, as the number is not verified in the sandbox; no e-mail, as the subscription is not confirmed',
    ]);
    const [finding] = findings(facts);
    expect(finding?.todo).toContain('Verify it in the SNS console');
    expect(finding?.todo).toContain('Have Ana forward the mail');
  });

  it('who is a manager counts as much', () => {
    expect(ofReps(subscribed(confirmed('ana'), confirmed('ben')), withRep('mia', { channels: ['email'] }))).toEqual([
      'problem: Mia (mia) cannot be reached: no e-mail, as there is no topic of theirs',
    ]);
  });

  it('whose subscription was dropped is subscribed again by hand, as a deploy would not do it', () => {
    const [finding] = findings(
      subscribed(topic('ana'), confirmed('ben'), confirmed('mia')),
      withRep('ana', { channels: ['email'] }),
    );
    expect(finding?.says).toBe('Ana (ana) cannot be reached: no e-mail, as the address is not subscribed');
    expect(finding?.todo).toContain('aws sns subscribe --topic-arn arn:aws:sns:eu-central-1:1:ana --protocol email');
  });

  it('is not reached by what somebody else has confirmed', () => {
    const other = topic('ana', { address: 'ana@old.example', confirmed: true });
    expect(ofReps(subscribed(other, confirmed('ben'), confirmed('mia')))).toHaveLength(1);
  });

  it('who is on call counts as much as a team', () => {
    const duty: Duty = {
      name: 'nights',
      schedule: always(),
      rotation: { reps: ['cem'], from: 0, everyDays: 7, handoffDay: 0, handoffMinute: 0 },
      shifts: [{ rep: 'dee', from: 0, to: 1 }],
    };
    const agreement = smallAgreement({
      reps: ['cem', 'dee', 'eve', 'mia'].map((id) => withoutManager(rep(id))).concat(rep('ana')),
      territories: [territory('Everywhere', ['ana'], { onCall: duty.name })],
      duties: [duty],
    });
    expect(repsToReach(agreement).map(({ id }) => id)).toEqual(['cem', 'dee', 'mia', 'ana']);
  });

  it('whose topic sends to others too is told of as a warning, whether these are confirmed or may yet be', () => {
    const own = { address: 'ana@sales.example', confirmed: true };
    const typo = { address: 'ana@slaes.example', confirmed: false };
    const queue = { address: 'arn:aws:sqs:eu-central-1:1:spy', confirmed: true };
    const strangers = (...all: readonly Subscription[]) =>
      findings(subscribed(topic('ana', own, ...all), confirmed('ben'), confirmed('mia')));
    expect(strangers(typo).map(({ severity, check, about }) => [severity, check, about])).toEqual([
      ['warning', 'subscription', 'ana'],
    ]);
    expect(strangers(typo)[0]?.says).toBe(
      '1 subscription of the topic of Ana (ana) that the agreement does not know: none of them is confirmed yet',
    );
    expect(strangers(typo, queue)[0]?.says).toContain('2 subscriptions of the topic of Ana (ana)');
    expect(strangers(typo, queue)[0]?.says).toContain('1 of them get the leads');
    expect(JSON.stringify(strangers(typo, queue))).not.toContain('slaes');
  });

  it('is reached by an address whatever its case', () => {
    const shouted = topic('ana', { address: 'ANA@Sales.example', confirmed: true });
    expect(ofReps(subscribed(shouted, confirmed('ben'), confirmed('mia')))).toEqual([]);
  });

  it('who opted out is told of, and is reached by e-mail', () => {
    expect(ofReps({ optedOut: { answer: new Set(['+491702']) } })).toEqual([
      'warning: Ben (ben) gets no SMS, as the number has opted out; e-mail works',
    ]);
  });

  it('who opted out of the only channel cannot be reached', () => {
    expect(ofReps({ optedOut: { answer: new Set(['+491702']) } }, withRep('ben', { channels: ['sms'] }))).toEqual([
      'problem: Ben (ben) cannot be reached: no SMS, as the number has opted out',
    ]);
  });

  it('is not looked at by a channel that the agreement does not give them', () => {
    const facts = subscribed(pending('ana'), confirmed('ben'), confirmed('mia'));
    expect(ofReps(facts, withRep('ana', { channels: ['sms'] }))).toEqual([]);
  });

  it('of whom AWS does not answer may not be reached, unless another channel works', () => {
    expect(ofReps({ email: refused })).toEqual([]);
    expect(ofReps({ email: refused }, withRep('ana', { channels: ['email'] }))).toEqual([
      'problem: Ana (ana) may not be reached: perhaps no e-mail, as e-mail could not be asked about',
    ]);
    for (const unknown of [{ sandbox: refused }, { optedOut: refused }, { spending: refused }]) {
      expect(ofReps(unknown)).toEqual([]);
      expect(ofReps(unknown, withRep('ben', { channels: ['sms'] }))).toEqual([
        'problem: Ben (ben) may not be reached: perhaps no SMS, as the account could not be asked about SMS',
      ]);
    }
  });

  it('with a number of +1 needs a registered number to send from', () => {
    const texan = withRep('ben', { phone: '+12025550123', channels: ['sms'] });
    expect(ofReps({ origins: { answer: new Set(['US']) } }, texan)).toEqual([]);
    expect(ofReps({}, texan)).toEqual([
      'problem: Ben (ben) may not be reached: perhaps no SMS, as the account has no registered number for +1',
    ]);
  });
});

describe('the SMS of an account', () => {
  it('in the sandbox are a warning, even where all numbers are verified', () => {
    expect(brief(SANDBOX(...Object.values(PHONES)))).toEqual(['warning sms-sandbox']);
    expect(findings(SANDBOX('+491701'))[2]?.says).toContain('1 of 3 are verified');
  });

  it('have a limit that is worth a word when it is the first one, nearly or all used up', () => {
    const spending = (limit: number, spent: number) => brief({ spending: { answer: { limit, spent } } });
    expect(spending(1, 0)).toEqual(['warning sms-spending']);
    expect(spending(10, 7.9)).toEqual([]);
    expect(spending(10, 8)).toEqual(['warning sms-spending']);
    expect(spending(10, 10)).toEqual(['warning sms-spending']);
  });

  it('that are used up leave unreached whom nothing else reaches, and are told once for all others', () => {
    const facts: Partial<Facts> = { spending: { answer: { limit: 1, spent: 1.02 } } };
    expect(brief(facts, withRep('ben', { channels: ['sms'] }))).toEqual(['problem rep ben', 'warning sms-spending']);
    expect(findings(facts)[0]?.says).toBe(
      'SMS may cost $1.00 a month, and $1.02 are spent: nobody gets SMS until the next month',
    );
  });

  it('to numbers of +1 want registration', () => {
    const texan = withRep('ben', { phone: '+12025550123' });
    expect(brief({}, texan)).toEqual(['warning sms-registration']);
    expect(brief({ origins: { answer: new Set(['US']) } }, texan)).toEqual([]);
    expect(brief({ origins: refused }, texan)).toEqual(['warning not-asked origins']);
  });

  it('are nobody’s business where nobody gets any', () => {
    const byEmail = smallAgreement({
      reps: ['ana', 'ben', 'mia'].map((id) => ({ ...rep(id), channels: ['email'] })),
      territories: [territory('Everywhere', ['ana', 'ben'])],
    });
    const facts: Partial<Facts> = { ...SANDBOX(), optedOut: refused, spending: refused, origins: refused };
    expect(brief(facts, byEmail)).toEqual([]);
  });
});

describe('an account that may run few functions at once', () => {
  it.each([
    [10, ['warning concurrency']],
    [99, ['warning concurrency']],
    [100, []],
  ])('%s', (answer, told) => {
    expect(brief({ concurrency: { answer } })).toEqual(told);
  });

  it('is not known where AWS does not say', () => {
    expect(brief({ concurrency: refused })).toEqual(['warning not-asked concurrency']);
  });
});

describe('what waits for a person', () => {
  it('is a problem: dead letters, alarms, clocks past due, facts unpublished', () => {
    expect(
      brief({
        deadLetters: {
          answer: [
            { queue: 'ScoreLeadDeadLetters', messages: 2 },
            { queue: 'ClockUndelivered', messages: 0 },
          ],
        },
        alarms: { answer: [{ name: 'Stack-Silence-1', description: 'Odd', since: NOW }] },
        pastDue: { answer: { count: 3, more: false, oldest: NOW - 90 * MINUTE } },
        unpublished: { answer: { count: 1, more: false, oldest: NOW - 6 * MINUTE } },
      }),
    ).toEqual([
      'problem dead-letters ScoreLeadDeadLetters',
      'problem alarm Stack-Silence-1',
      'problem clocks',
      'problem publishing',
    ]);
  });

  it('leads to the runbook of its queue', () => {
    const see = (queue: string) => findings({ deadLetters: { answer: [{ queue, messages: 1 }] } })[0]?.see;
    expect(['RouteLeadDeadLetters', 'ClockUndelivered', 'PublishEventsFailures'].map(see)).toEqual([
      'docs/runbooks/queues.md#dead-letters',
      'docs/runbooks/queues.md#undelivered-events',
      'docs/runbooks/publishing.md#a-batch-is-given-up',
    ]);
  });

  it('is told as the alarm tells it, with its runbook and how long it has fired', () => {
    const description = 'score-lead ended with an error. Runbook: docs/runbooks/functions.md#a-function-fails';
    expect(findings({ alarms: { answer: [{ name: 'A', description, since: NOW - 12 * MINUTE }] } })[0]).toMatchObject({
      says: 'An alarm is firing for 12 min: score-lead ended with an error',
      see: 'docs/runbooks/functions.md#a-function-fails',
    });
  });

  it('is counted as far as it is worth it, and tells no lead', () => {
    const late = { count: 16_000, more: true, oldest: NOW - 90 * MINUTE };
    expect(findings({ pastDue: { answer: late } })[0]?.says).toBe(
      'More than 16000 leads past due, the oldest by 1 h 30 min: nobody has looked at them in time',
    );
  });
});

describe('a question that AWS does not answer', () => {
  it('is a problem where its answer could have been one, and else a warning', () => {
    expect(
      brief({ deadLetters: refused, alarms: refused, pastDue: refused, unpublished: refused, email: refused }),
    ).toEqual([
      'problem not-asked deadLetters',
      'problem not-asked alarms',
      'problem not-asked pastDue',
      'problem not-asked unpublished',
      'warning not-asked email',
    ]);
    expect(brief({ sandbox: refused, optedOut: refused, spending: refused })).toEqual([
      'warning not-asked sandbox',
      'warning not-asked optedOut',
      'warning not-asked spending',
    ]);
  });

  it('is told with what AWS said and the permission that it takes', () => {
    expect(findings({ alarms: refused })[0]).toMatchObject({
      says: 'AWS did not answer about alarms: AccessDenied: no',
      todo: 'Allow whoever asks cloudformation:ListStackResources and cloudwatch:DescribeAlarms',
    });
  });
});

describe('what is printed', () => {
  const facts: Partial<Facts> = {
    ...subscribed(pending('ana'), topic('ben'), confirmed('mia')),
    ...SANDBOX('+491701', '+491709'),
    spending: { answer: { limit: 1, spent: 0 } },
    deadLetters: {
      answer: ['ADeadLetters', 'BUndelivered', 'CFailures'].map((queue) => ({ queue, messages: 1 })),
    },
    alarms: refused,
    pastDue: { answer: { count: 1, more: false, oldest: NOW - MINUTE } },
    unpublished: { answer: { count: 1, more: false, oldest: NOW - MINUTE } },
  };
  const all = findings(facts, withRep('mia', { phone: '+12025550123' }));

  it('has problems first, one a line', () => {
    const severities = all.map(({ severity }) => severity);
    expect(severities).toEqual(severities.toSorted());
    expect(new Set(severities)).toEqual(new Set(['problem', 'warning']));
    for (const finding of all)
      expect(findingLine(finding)).toMatch(/^(problem|warning) {2}\S.*\. \S.*\. See docs\/\S+$/);
    expect(howItStands(all)).toMatch(/^\d+ problems, \d+ warnings$/);
  });

  it('has neither addresses nor numbers', () => {
    for (const finding of all) expect(JSON.stringify(findingJson(finding))).not.toMatch(/@|\+\d{2}/);
  });

  it('leads to headings that there are', () => {
    const links = all.map(({ see }) => `[x](${see})`).join('\n');
    const pages = new Map(
      all.map(({ see }) => see.split('#')[0] ?? see).map((page) => [page, readFileSync(page, 'utf8')] as const),
    );
    expect(pages.size).toBeGreaterThan(2);
    expect(brokenLinks(new Map([...pages, ['findings.md', links]]), existsSync)).toEqual([]);
  });
});

const HOUR = 60 * MINUTE;

describe('a source', () => {
  const WELL_SOURCE = { name: 'form', secretSince: NOW - 48 * HOUR, needsSecret: true };
  const saidOf = (last: Partial<Record<SourceMetric, number>>, health: Partial<SourceHealth> = {}): readonly string[] =>
    findings({ sources: { answer: [{ ...WELL_SOURCE, last: { RequestTaken: NOW - HOUR, ...last }, ...health }] } })
      .filter(({ check }) => check === 'source')
      .map(({ severity, says }) => `${severity}: ${says}`);

  it('is told of where all is well: its secret, its latest request, its latest failure, the end of its token', () => {
    expect(saidOf({}, { tokenEnds: Date.UTC(2027, 0, 20) })).toEqual([
      'note: The source form has a secret put 2 d ago, the latest request 1 h ago, no failure in two weeks, its apiToken until 2027-01-20',
    ]);
  });

  it('is told of where it has never been heard', () => {
    expect(saidOf({}, { last: {} })).toEqual([
      'note: The source form has a secret put 2 d ago, no request in two weeks, no failure in two weeks',
    ]);
  });

  it.each<[Partial<Record<SourceMetric, number>>, Partial<SourceHealth>, string]>([
    [{}, { secretSince: undefined }, 'problem: The source form has no secret: nothing that it sends is taken'],
    [{}, { tokenEnds: NOW - HOUR }, 'problem: The apiToken of form has ended 1 h ago'],
    [{}, { tokenEnds: NOW + 72 * HOUR }, 'warning: The apiToken of form ends in 3 d'],
    [{ FetchRefused: NOW - 2 * HOUR }, {}, 'problem: The API of form has refused our token 2 h ago: leads wait'],
    [{ RequestNotTaken: NOW }, {}, 'warning: The latest request of form was not taken, 0 s ago'],
  ])('has a finding where something is wrong: %j %j', (last, health, said) => {
    expect(saidOf(last, health)[0]).toBe(said);
  });

  it.each([{ RequestNotTaken: NOW - 2 * HOUR }, { FetchRefused: NOW - 30 * HOUR }, { SubmissionRefused: NOW }])(
    'has none where that is over, or where only somebody wrote nonsense: %j',
    (last) => {
      expect(saidOf(last)).toHaveLength(1);
    },
  );

  it('needs no secret on a bus, where nothing is fetched', () => {
    expect(saidOf({}, { secretSince: undefined, needsSecret: false })).toEqual([
      'note: The source form has no secret, the latest request 1 h ago, no failure in two weeks',
    ]);
  });
});

describe('a sink', () => {
  const saidOf = (last: Partial<Record<SinkMetric, number>>, secretSince?: number): readonly string[] =>
    findings({ sinks: { answer: [{ name: 'erp', secretSince, last }] } })
      .filter(({ check }) => check === 'sink')
      .map(({ severity, says }) => `${severity}: ${says}`);

  it('is told of where all is well', () => {
    expect(saidOf({ SinkTold: NOW - HOUR, SinkFailed: NOW - 2 * HOUR }, NOW - HOUR)).toEqual([
      'note: The sink erp has a secret put 1 h ago, the latest message taken 1 h ago, the latest failure 2 h ago',
    ]);
  });

  it.each<[Partial<Record<SinkMetric, number>>, string]>([
    [{ SinkRefused: NOW }, 'problem: The sink erp has refused us 0 s ago: what it is to be told waits'],
    [{ SinkGone: NOW, SinkFailed: NOW }, 'problem: The sink erp has said 0 s ago that it is there no more'],
    [{ SinkFailed: NOW }, 'warning: The sink erp has not taken the latest that it was told, 0 s ago'],
  ])('has one finding where it does not take what it is told: %j', (last, said) => {
    const all = saidOf(last, NOW - HOUR);
    expect(all[0]).toBe(said);
    expect(all).toHaveLength(2);
  });

  it('is told nothing without a secret', () => {
    expect(saidOf({})[0]).toBe('problem: The sink erp has no secret: it is told nothing');
  });
});

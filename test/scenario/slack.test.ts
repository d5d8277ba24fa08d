import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import { SLACK_TEXTS } from '../../shared/domain/language/messages/slack.ts';
import { PAGE_TEXTS } from '../../shared/pages/texts/page-texts.ts';
import type { ChatMessage } from '../../simulator/pretended-slack.ts';
import { createPretendedSlack, type PretendedSlack } from '../../simulator/pretended-slack.ts';
import { clause, DAY } from '../support/agreement/small-agreement.ts';
import { httpEvent } from '../support/pages/http-event.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';
import {
  ANA,
  BEN,
  buttonsOf,
  capabilityOf,
  chattedTeam,
  JANE,
  MIA,
  pressed,
  slackRequest,
  toldLast,
  wordsOf,
} from '../support/slack/slack-story.ts';

const { headings, notices, problems, answerLost } = PAGE_TEXTS.en;
const over = ({ title, text }: { readonly title: string; readonly text: string }): string => `*${title}*\n${text}`;

interface SlackStory extends Scenario {
  readonly slack: PretendedSlack;
  /** As it was when somebody saw it. */
  seen(index?: number): ChatMessage;
  /** Presses a button of a message; answers what whoever pressed it is told. */
  press(at: string, message: ChatMessage, user: string, action: string, reason?: string): Promise<string>;
}

const playSlack = (
  story: (s: SlackStory) => Promise<void>,
  agreement: Agreement = chattedTeam(),
  slack = createPretendedSlack(),
): Promise<void> =>
  play(
    agreement,
    async (s) => {
      const seen: SlackStory['seen'] = (index = 0) => {
        const message = slack.messages[index];
        if (message === undefined) throw new Error(`there is no message ${index}`);
        return message;
      };
      const press: SlackStory['press'] = async (at, message, user, action, reason) => {
        await s.pass(at);
        const response = await s.runtime.press(slackRequest(pressed(message, user, action, reason), s.runtime.now()));
        expect(response.statusCode).toBe(200);
        return toldLast(slack);
      };
      await story({ ...s, slack, seen, press });
      s.ignoreMessages();
    },
    { slack },
  );

const answersOf = (s: Scenario) => s.facts(JANE, 'LeadAccepted', 'LeadRejected');

describe('an alert in Slack', () => {
  it('is a direct message with buttons, and says what the e-mail says', () =>
    playSlack(async (s) => {
      await s.capture('09:00', JANE, { person: { email: JANE, firstName: 'Jane', lastName: 'Doe' } });
      s.expectMessages(['09:00 alert ana slack']);
      expect(s.seen().channel).toBe(`D${ANA.slice(1)}`);
      expect(buttonsOf(s.seen())).toEqual(['accept', 'reject', 'open']);
      expect(wordsOf(s.seen())).toMatch(/Jane Doe[\s\S]*Acme[\s\S]*accept or reject/);
      expect(s.facts(JANE, 'RepAlerted').join()).toContain('slack');
    }));

  it('that is accepted is the rep’s; its buttons go, and it can still be opened', () =>
    playSlack(async (s) => {
      await s.capture('09:00', JANE);
      const message = s.seen();
      expect(await s.press('09:05', message, ANA, 'accept')).toBe(`*${headings.accepted}*`);
      expect(answersOf(s)).toEqual(['09:05 LeadAccepted ana']);
      expect(s.slack.messages).toHaveLength(1);
      expect(buttonsOf(s.seen())).toEqual(['open']);
      expect(wordsOf(s.seen())).toContain(headings.accepted);
    }));

  it('that is rejected with a reason goes to the next rep, and says so', () =>
    playSlack(async (s) => {
      await s.capture('09:00', JANE);
      expect(await s.press('09:05', s.seen(), ANA, 'reject', 'no-time')).toBe(over(notices['given-back']));
      expect(answersOf(s).join()).toMatch(/LeadRejected.*no-time/);
      expect(buttonsOf(s.seen())).toEqual([]);
      expect(wordsOf(s.seen())).toContain(notices['given-back'].title);
      expect(s.seen(1).channel).toBe(`D${BEN.slice(1)}`);
      expect(buttonsOf(s.seen(1))).toEqual(['accept', 'reject', 'open']);
    }));

  it('that is pressed twice is answered once, and the second press hears the same', () =>
    playSlack(async (s) => {
      await s.capture('09:00', JANE);
      const message = s.seen();
      const first = await s.press('09:05', message, ANA, 'accept');
      expect(await s.press('09:06', message, ANA, 'accept')).toBe(first);
      expect(answersOf(s)).toEqual(['09:05 LeadAccepted ana']);
    }));

  it('that was accepted cannot be rejected any more', () =>
    playSlack(async (s) => {
      await s.capture('09:00', JANE);
      const message = s.seen();
      await s.press('09:05', message, ANA, 'accept');
      expect(await s.press('09:06', message, ANA, 'reject', 'no-time')).toBe(problems['accepted-before']);
      expect(answersOf(s)).toEqual(['09:05 LeadAccepted ana']);
    }));

  it('that was rejected is not accepted by a later press, which is said', () =>
    playSlack(async (s) => {
      await s.capture('09:00', JANE);
      const message = s.seen();
      await s.press('09:05', message, ANA, 'reject', 'no-time');
      expect(await s.press('09:06', message, ANA, 'accept')).toBe(`*${answerLost}*\n${over(notices['given-back'])}`);
      expect(await s.press('09:07', message, ANA, 'reject', 'no-time')).toBe(over(notices['given-back']));
    }));

  it.each(['accept', 'reject'])('that somebody else presses (%s) changes nothing, and says whose it is', (action) =>
    playSlack(async (s) => {
      await s.capture('09:00', JANE);
      for (const user of [BEN, 'U0STRANGER']) {
        expect(await s.press('09:05', s.seen(), user, action, 'no-time')).toBe(SLACK_TEXTS.en.theirs('Ana'));
      }
      expect(answersOf(s)).toEqual([]);
      expect(buttonsOf(s.seen())).toEqual(['accept', 'reject', 'open']);
    }),
  );

  it('that is pressed after the lead was reassigned changes nothing; the message has said so by then', () =>
    playSlack(async (s) => {
      await s.capture('09:00', JANE);
      const message = s.seen();
      await s.pass('09:31');
      expect(buttonsOf(s.seen())).toEqual([]);
      expect(wordsOf(s.seen())).toContain(notices['ran-out'].title);
      expect(await s.press('09:32', message, ANA, 'accept')).toBe(`*${answerLost}*\n${over(notices['ran-out'])}`);
      expect(answersOf(s)).toEqual([]);
      expect(buttonsOf(s.seen(1))).toEqual(['accept', 'reject', 'open']);
    }));

  it('to a manager stays as it is when the lead moves on: it has no buttons', () =>
    playSlack(
      async (s) => {
        await s.capture('09:00', JANE);
        await s.pass('09:10');
        const [, toManager] = s.slack.messages;
        expect(toManager?.channel).toBe(`D${MIA.slice(1)}`);
        expect(toManager && wordsOf(toManager)).toContain('This needs your help');
        expect(toManager && buttonsOf(toManager)).toEqual(['open']);
        await s.pass('09:31');
        await s.accept('09:40', JANE);
        expect(s.slack.messages.filter(({ changes }) => changes > 0).map(({ channel }) => channel)).toEqual(
          [ANA, BEN].map((id) => `D${id.slice(1)}`),
        );
        expect(s.slack.messages.find(({ channel }) => channel === toManager?.channel)).toEqual(toManager);
      },
      chattedTeam({
        accept: clause(30, [
          [10, 'tell-manager'],
          [30, 'reassign'],
        ]),
      }),
    ));

  it('that is pressed after thirty days has expired', () =>
    playSlack(
      async (s) => {
        await s.capture('09:00', JANE);
        expect(await s.press('+31 09:00', s.seen(), ANA, 'accept')).toBe(`*${answerLost}*\n${over(notices.expired)}`);
        expect(answersOf(s)).toEqual([]);
      },
      chattedTeam({ accept: clause((60 * DAY) / 60_000, []) }),
    ));

  it('says the same in each language of the pages', async () => {
    for (const language of ['de', 'fr', 'es'] as const) {
      await playSlack(
        async (s) => {
          await s.capture('09:00', JANE);
          const message = s.seen();
          expect(await s.press('09:05', message, ANA, 'accept')).toBe(`*${PAGE_TEXTS[language].headings.accepted}*`);
          expect(await s.press('09:06', message, ANA, 'reject', 'no-time')).toBe(
            PAGE_TEXTS[language].problems['accepted-before'],
          );
        },
        chattedTeam({}, { languages: [language] }),
      );
    }
  });

  it('and its link are one: what was accepted by the link is said by the button, and the message tells it', () =>
    playSlack(async (s) => {
      await s.capture('09:00', JANE);
      const message = s.seen();
      await s.pass('09:05');
      const path = `/a/${capabilityOf(message)}`;
      await s.runtime.answer(httpEvent({ method: 'POST', path, body: 'answer=accept' }));
      expect(buttonsOf(s.seen())).toEqual(['open']);
      expect(await s.press('09:06', message, ANA, 'accept')).toBe(`*${headings.accepted}*`);
    }));
});

describe('a request that is not of Slack', () => {
  it.each([
    ['signed by another secret', 'another', 0],
    ['signed six minutes ago', 's1gning', -6 * 60_000],
  ])('is refused: %s', (_, secret, ago) =>
    playSlack(async (s) => {
      await s.capture('09:00', JANE);
      await s.pass('09:05');
      const request = slackRequest(pressed(s.seen(), ANA, 'accept'), s.runtime.now() + ago, secret);
      expect((await s.runtime.press(request)).statusCode).toBe(401);
      expect([answersOf(s), s.slack.told]).toEqual([[], []]);
    }),
  );

  it('is taken by either of two signing secrets while one takes the place of the other', () =>
    playSlack(
      async (s) => {
        await s.capture('09:00', JANE);
        await s.pass('09:05');
        const request = slackRequest(pressed(s.seen(), ANA, 'accept'), s.runtime.now(), 'old');
        expect((await s.runtime.press(request)).statusCode).toBe(200);
        expect(answersOf(s)).toEqual(['09:05 LeadAccepted ana']);
      },
      chattedTeam(),
      createPretendedSlack({ signedWith: ['new', 'old'] }),
    ));
});

const flood = async (s: Scenario, count: number): Promise<void> => {
  for (let index = 0; index < count; index += 1) await s.capture('09:00', `jane${index}@mail.example`);
};

describe('a flood', () => {
  it('of leads is taken one a second by a channel, as Slack asks: none is lost and none comes twice', () =>
    playSlack(
      async (s) => {
        await flood(s, 20);
        await s.pass('12:00');
        expect(s.slack.calls.some(({ status }) => status === 429)).toBe(true);
        const alerts = s.slack.messages.map(({ channel, blocks }) => `${channel} ${JSON.stringify(blocks)}`);
        expect(new Set(alerts).size).toBe(20);
        expect(s.slack.messages).toHaveLength(20);
        for (const { channel, at } of s.slack.messages) {
          expect(
            s.slack.messages.filter((one) => one.channel === channel && Math.abs(one.at - at) < 1_000),
          ).toHaveLength(1);
        }
        expect(s.facts('jane7@mail.example', 'RepAlerted')).toHaveLength(1);
      },
      chattedTeam({ accept: clause(1440, []) }),
      createPretendedSlack({ perSecond: 1 }),
    ));

  it('beyond the agreed number goes together, with a link for each and no buttons to mistake', () =>
    playSlack(
      async (s) => {
        await flood(s, 12);
        await s.pass('09:30');
        const last = s.slack.messages.filter(({ channel }) => channel === `D${ANA.slice(1)}`).at(-1);
        expect(last && buttonsOf(last)).toEqual(['open']);
        expect(s.slack.messages.length).toBeLessThan(12);
        for (let index = 0; index < 12; index += 1) {
          expect(s.facts(`jane${index}@mail.example`, 'RepAlerted')).toHaveLength(1);
        }
      },
      chattedTeam({ accept: clause(1440, []), alerts: { throttle: { max: 2, perMs: 600_000 } } }),
    ));

  it('to which Slack asks for more patience than there is comes by e-mail', () =>
    playSlack(
      async (s) => {
        await flood(s, 3);
        await s.pass('09:05');
        const by = s.sent.map(({ message }) => message.channel).toSorted();
        expect(by).toEqual(['email', 'slack', 'slack']);
      },
      chattedTeam({ accept: clause(1440, []) }),
      createPretendedSlack({ perSecond: 1, retryAfter: 600 }),
    ));
});

describe('where Slack is not there', () => {
  it('as nobody has put what is secret of it, the rep is told by e-mail, and no press of a button is taken', () =>
    playSlack(
      async (s) => {
        await s.capture('09:00', JANE);
        s.expectMessages(['09:00 alert ana email']);
        expect(s.facts(JANE, 'RepAlerted').join()).toContain('NotConnected');
        const response = await s.runtime.press(slackRequest('{}', s.runtime.now()));
        expect(response.statusCode).toBe(503);
      },
      chattedTeam(),
      { ...createPretendedSlack(), secrets: { read: async () => undefined } },
    ));

  it.each(['down', 'silent', 'refusing'] as const)('(%s) the rep is told by e-mail at once', (state) =>
    playSlack(async (s) => {
      s.slack.state = state;
      await s.capture('09:00', JANE);
      s.expectMessages(['09:00 alert ana email']);
      expect(s.facts(JANE, 'RepAlerted')).toHaveLength(2);
    }),
  );

  it('what was posted is written anew once it is back', () =>
    playSlack(async (s) => {
      await s.capture('09:00', JANE);
      const message = s.seen();
      s.slack.state = 'down';
      await s.accept('09:05', JANE);
      expect(buttonsOf(s.seen())).toEqual(buttonsOf(message));
      s.slack.state = 'up';
      await s.pass('09:10');
      expect(buttonsOf(s.seen())).toEqual(['open']);
    }));
});

import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { answerAlert } from '../functions/answer-alert/handler.ts';
import { answerSlack } from '../functions/answer-slack/handler.ts';
import { checkReach } from '../functions/check-reach/handler.ts';
import { mailFigures } from '../functions/mail-figures/handler.ts';
import { showMeasures } from '../functions/show-measures/handler.ts';
import { createMemoryReach, healthyAccount, type MemoryAccount } from '../shared/adapters/memory/memory-account.ts';
import type { Agreement } from '../shared/domain/agreement/agreement.ts';
import { MINUTE_MS } from '../shared/domain/time/durations.ts';
import { type Instant, toIso } from '../shared/domain/time/instant.ts';
import { PAGE_TEXTS } from '../shared/pages/texts/page-texts.ts';
import type { ReachQuestions } from '../shared/ports/reach-questions.ts';
import type { Embedded } from '../simulator/embedded.ts';
import { channelOf, type PretendedSlack } from '../simulator/pretended-slack.ts';
import { httpEvent } from '../test/support/pages/http-event.ts';
import { buttonsOf, pressed, slackRequest, toldLast } from '../test/support/slack/slack-story.ts';
import type { SentAt } from './check/seen.ts';
import type { Deed, Flow } from './flows/flow.ts';
import type { SweepHost } from './host/sweep-host.ts';

/** Somebody who gets no answer tries again, for longer than trouble lasts (play-flow.ts). */
const TRY_AGAIN_MS = MINUTE_MS;
const TRIES = 60;

const FAILURE = PAGE_TEXTS.en.notices.failure.title;

/** What was delivered from outside. */
export interface Delivered {
  /** Bodies of events and lines, as they came. */
  readonly bodies: string[];
  /** Ids of the mails that came back. */
  readonly mailsBack: Set<string>;
  /** Forms that were sent again and again, and failed each time. */
  readonly givenUp: string[];
}

/** The account of a run, whose answers change. */
export interface SweptAccount {
  readonly questions: ReachQuestions;
  now(): MemoryAccount;
  change(is: Partial<MemoryAccount>): void;
}

export const createAccount = ({ reps }: Agreement): SweptAccount => {
  let account = healthyAccount(Object.values(reps));
  return {
    questions: createMemoryReach(() => account),
    now: () => account,
    change: (is) => {
      account = { ...account, ...is };
    },
  };
};

interface World {
  readonly flow: Flow;
  readonly host: SweepHost;
  readonly runtime: Embedded;
  readonly sent: readonly SentAt[];
  readonly account: SweptAccount;
  readonly slack: PretendedSlack;
  /** What minute 0 is. */
  readonly start: Instant;
}

/** What check-reach is asked to ask: it fails or ends, and comes again in an hour. */
export const startCheck = ({ host, runtime }: Pick<World, 'host' | 'runtime'>): void =>
  host.processes.start('check-reach', checkReach(runtime.ports), (ending) =>
    host.story.tell(() => `check-reach is ${ending.ended}`),
  );

/** A form that somebody sends. */
interface Posted {
  readonly to: 'answer-alert' | 'show-measures';
  readonly path: string;
  readonly form: Readonly<Record<string, string>>;
}

/** Has everybody do at their time what the flow says. */
export const setPeopleToWork = ({ flow, host, runtime, sent, account, slack, start }: World): Delivered => {
  const delivered: Delivered = { bodies: [], mailsBack: new Set(), givenUp: [] };
  const pages = { 'answer-alert': answerAlert(runtime.ports), 'show-measures': showMeasures(runtime.ports) };

  const post = ({ to, path, form }: Posted, answered: (status: number) => void): void =>
    host.processes.start<APIGatewayProxyStructuredResultV2>(
      to,
      () => pages[to](httpEvent({ method: 'POST', path, body: new URLSearchParams(form).toString() })),
      (ending) => answered(ending.ended === 'done' ? (ending.value.statusCode ?? 0) : 500),
    );

  const line = (body: string, detailType: string): void => {
    delivered.bodies.push(body);
    host.story.tell(() => `OUTSIDE ${detailType} comes: ${body.slice(0, 300)}`);
    void runtime.deliver(body, detailType);
  };

  const linkOf = (rep: string, purpose: string): string | undefined => {
    const told = sent.filter(({ message }) => message.rep === rep && message.purpose === purpose);
    return told
      .map(({ message: { text } }) => /\/a\/([\w-]{22})/.exec(text)?.[1])
      .findLast((token) => token !== undefined);
  };

  const send = (deed: Extract<Deed, { do: 'form' }>, tries: number): void => {
    const token = linkOf(deed.rep, deed.purpose);
    const again = (why: string): void => {
      host.story.tell(() => `OUTSIDE ${deed.rep} ${why}`);
      // Whoever has no link may have lost the lead: that is no failure.
      if (tries > 0) host.agenda.at(host.time.now() + TRY_AGAIN_MS, () => send(deed, tries - 1));
      else if (token !== undefined) delivered.givenUp.push(`${deed.rep} ${JSON.stringify(deed.form)}: ${why}`);
    };

    if (token === undefined) {
      again('has no link yet');
      return;
    }
    const path = `/a/${token}${deed.page ?? ''}`;
    host.story.tell(() => `OUTSIDE ${deed.rep} sends ${JSON.stringify(deed.form)} from the page`);
    post({ to: 'answer-alert', path, form: deed.form }, (status) => {
      if (status >= 500) again(`gets ${status}`);
      else host.story.tell(() => `OUTSIDE ${deed.rep} gets ${status}`);
    });
  };

  const askForFigures = (rep: string, tries: number): void => {
    const form = { email: flow.agreement.reps[rep]?.email ?? '' };
    host.story.tell(() => `OUTSIDE ${rep} asks for a link to the figures`);
    post({ to: 'show-measures', path: '/m', form }, (status) => {
      if (status < 500) return;
      if (tries > 0) host.agenda.at(host.time.now() + TRY_AGAIN_MS, () => askForFigures(rep, tries - 1));
      else delivered.givenUp.push(`${rep} asks for the figures, and gets ${status}`);
    });
  };

  const answerButton = answerSlack(runtime.ports);

  const press = (rep: string, tries: number): void => {
    const user = flow.agreement.reps[rep]?.slack ?? '';
    const message = slack.messages.findLast(
      (one) => one.channel === channelOf(user) && buttonsOf(one).includes('accept'),
    );
    const again = (why: string): void => {
      host.story.tell(() => `OUTSIDE ${rep} ${why}`);
      if (tries > 0) host.agenda.at(host.time.now() + TRY_AGAIN_MS, () => press(rep, tries - 1));
      else if (message !== undefined) delivered.givenUp.push(`${rep} accepts in Slack: ${why}`);
    };
    if (message === undefined) {
      again('has nothing to accept in Slack');
      return;
    }
    host.story.tell(() => `OUTSIDE ${rep} accepts in Slack`);
    const request = slackRequest(pressed(message, user, 'accept'), host.time.now());
    host.processes.start<APIGatewayProxyStructuredResultV2>(
      'answer-slack',
      () => answerButton(request),
      // Slack says that it did not work; what failed behind its back is told to whoever pressed, or is not told at all.
      (ending) => {
        const isTaken = ending.ended === 'done' && ending.value.statusCode === 200;
        if (!isTaken || toldLast(slack).includes(FAILURE)) again('is told that it did not work');
      },
    );
  };

  const comeBack = (rep: string): void => {
    const { ses } = account.now();
    if (ses !== undefined)
      account.change({ ses: { ...ses, suppressed: new Map([...ses.suppressed, [rep, 'Bounced']]) } });
    for (const { message, messageId } of sent) {
      if (message.rep !== rep || !('subject' in message)) continue;
      delivered.mailsBack.add(messageId);
      host.story.tell(() => `OUTSIDE ${messageId} to ${rep} comes back`);
      void runtime.mailBack({ message, messageId, why: 'Bounced' });
    }
  };

  const perform = (deed: Deed, index: number): void => {
    switch (deed.do) {
      case 'event': {
        const id = `${flow.name}-${index}`;
        const time = toIso(host.time.now());
        const occurredAt = deed.occurredAt === undefined ? time : toIso(start + deed.occurredAt * MINUTE_MS);
        const metadata = { id, version: 1, occurredAt };
        const body = { id, source: 'sweep', time, 'detail-type': deed.type, detail: { metadata, data: deed.data } };
        line(JSON.stringify(body), deed.type);
        return;
      }
      case 'line':
        line(deed.text, deed.detailType);
        return;
      case 'form':
        send(deed, TRIES);
        return;
      case 'figures':
        askForFigures(deed.rep, TRIES);
        return;
      case 'text': {
        const from = flow.agreement.reps[deed.rep]?.phone ?? '';
        host.story.tell(() => `OUTSIDE ${deed.rep} texts ${deed.text}`);
        void runtime.reply({ from, text: deed.text });
        return;
      }
      case 'account':
        host.story.tell(() => `OUTSIDE the account is now ${JSON.stringify(deed.is)}`);
        account.change(deed.is);
        return;
      case 'mail-back':
        comeBack(deed.rep);
        return;
      case 'press':
        press(deed.rep, TRIES);
        return;
      case 'check':
        startCheck({ host, runtime });
        return;
      case 'mail':
        host.processes.start('mail-figures', mailFigures(runtime.ports), (ending) =>
          host.story.tell(() => `mail-figures is ${ending.ended}`),
        );
    }
  };

  for (const [index, { at, deed }] of flow.steps.entries()) {
    host.agenda.at(start + at * MINUTE_MS, () => perform(deed, index));
  }
  return delivered;
};

import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { answerAlert } from '../functions/answer-alert/handler.ts';
import { MINUTE_MS } from '../shared/domain/time/durations.ts';
import { type Instant, toIso } from '../shared/domain/time/instant.ts';
import type { OutgoingMessage } from '../shared/ports/messenger.ts';
import type { Embedded } from '../simulator/embedded.ts';
import { httpEvent } from '../test/support/pages/http-event.ts';
import type { Deed, Flow } from './flows/flow.ts';
import type { SweepHost } from './host/sweep-host.ts';

/** Somebody who gets no answer tries again, for longer than trouble lasts (play-flow.ts). */
const TRY_AGAIN_MS = MINUTE_MS;
const TRIES = 60;

/** What was delivered from outside. */
export interface Delivered {
  /** Bodies of events and lines, as they came. */
  readonly bodies: string[];
  /** Forms that were sent again and again, and failed each time. */
  readonly givenUp: string[];
}

interface World {
  readonly flow: Flow;
  readonly host: SweepHost;
  readonly runtime: Embedded;
  readonly sent: readonly OutgoingMessage[];
  /** What minute 0 is. */
  readonly start: Instant;
}

/** Has everybody do at their time what the flow says. */
export const setPeopleToWork = ({ flow, host, runtime, sent, start }: World): Delivered => {
  const delivered: Delivered = { bodies: [], givenUp: [] };
  const answer = answerAlert(runtime.ports);

  const line = (body: string, detailType: string): void => {
    delivered.bodies.push(body);
    host.story.tell(() => `OUTSIDE ${detailType} comes: ${body.slice(0, 300)}`);
    void runtime.deliver(body, detailType);
  };

  const linkOf = (rep: string, purpose: string): string | undefined => {
    const told = sent.filter((message) => message.rep === rep && message.purpose === purpose);
    return told.map(({ text }) => /\/a\/([\w-]{22})/.exec(text)?.[1]).findLast((token) => token !== undefined);
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
    host.processes.start<APIGatewayProxyStructuredResultV2>(
      'answer-alert',
      () => answer(httpEvent({ method: 'POST', path, body: new URLSearchParams(deed.form).toString() })),
      (ending) => {
        const status = ending.ended === 'done' ? (ending.value.statusCode ?? 0) : 500;
        if (status >= 500) again(`gets ${status}`);
        else host.story.tell(() => `OUTSIDE ${deed.rep} gets ${status}`);
      },
    );
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
      case 'text': {
        const from = flow.agreement.reps[deed.rep]?.phone ?? '';
        host.story.tell(() => `OUTSIDE ${deed.rep} texts ${deed.text}`);
        void runtime.reply({ from, text: deed.text });
      }
    }
  };

  for (const [index, { at, deed }] of flow.steps.entries()) {
    host.agenda.at(start + at * MINUTE_MS, () => perform(deed, index));
  }
  return delivered;
};

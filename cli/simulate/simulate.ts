import type { Writable } from 'node:stream';
import { readAgreement } from '../../shared/agreement/read-agreement.ts';
import type { FactEvent } from '../../shared/domain/lead/fact-event.ts';
import { type Instant, toIso } from '../../shared/domain/time/instant.ts';
import type { OutgoingMessage } from '../../shared/ports/messenger.ts';
import type { Embedded } from '../../simulator/embedded.ts';
import { openFeed } from '../feed.ts';
import { createOutput } from '../output.ts';
import { watchedFeed } from '../watched-feed.ts';
import { play } from './play.ts';
import { printSummary } from './print-summary.ts';
import { storyOf } from './story.ts';
import { createSummary } from './summary.ts';

export interface SimulateOptions {
  readonly agreement: string;
  readonly events: string;
  /** Epoch milliseconds. */
  readonly until?: Instant;
  readonly json: boolean;
  readonly seed: number;
  /** Hears of each fact too. */
  readonly alsoFact?: (fact: FactEvent) => void;
}

const factLine = ({ time, type, detail }: FactEvent, runtime: Embedded): string => {
  const { leadId = null, data } = detail;
  const email = leadId === null ? null : (runtime.store.lead(leadId)?.email ?? null);
  return JSON.stringify({ at: time, type, leadId, email, data });
};

const messageLine = (message: OutgoingMessage, at: Instant): string => {
  const { rep, channel, to, purpose, leadIds, happenings, text } = message;
  const subject = 'subject' in message ? { subject: message.subject } : {};
  return JSON.stringify({
    at: toIso(at),
    type: 'Message',
    rep,
    channel,
    to,
    purpose,
    leadIds,
    ...(happenings === undefined ? {} : { happenings }),
    ...subject,
    text,
  });
};

/** Plays a feed: as NDJSON of facts and messages, or as a story with a summary. */
export const simulate = async (options: SimulateOptions, stdout: Writable, stderr?: Writable): Promise<void> => {
  // What is printed on the terminal shows by itself how far it is.
  const watched = 'isTTY' in stdout && stdout.isTTY === true ? undefined : stderr;
  const feed = watchedFeed(openFeed(options.events, stderr), watched);
  try {
    const agreement = await readAgreement(options.agreement, feed.years);
    const output = createOutput(stdout);
    const summary = createSummary(agreement);
    const story = storyOf(agreement);
    const print = (line: string | undefined): void => {
      if (line !== undefined) output.line(line);
    };
    const runtime = await play({
      agreement,
      feed,
      seed: options.seed,
      ...(options.until === undefined ? {} : { until: options.until }),
      onFact: (fact, playing) => {
        options.alsoFact?.(fact);
        if (options.json) return output.line(factLine(fact, playing));
        summary.fact(fact);
        print(story.fact(fact, playing));
      },
      onMessage: (message, at) => {
        if (options.json) return output.line(messageLine(message, at));
        print(story.message(message, at));
      },
      afterLine: () => output.flush(),
    });
    if (!options.json) printSummary(summary.figures(feed.lines, runtime.now()), print);
    await output.flush(true);
  } finally {
    feed.close();
  }
};

import type { IsoInstant } from '../../domain/time/instant.ts';
import { Layout } from '../layout.tsx';
import type { Page } from '../page-response.ts';
import { MEASURE_STYLE } from './measure-style.ts';
import { MEASURES_POLICY } from './measures-page.tsx';

/** One thing that happened, or that was decided with all that it was decided by. */
export interface HistoryEntry {
  readonly at: IsoInstant;
  readonly words: string;
  readonly details: readonly string[];
}

export interface SentMessage {
  readonly at: IsoInstant;
  readonly to: string;
  readonly by: string;
  readonly text: string;
}

/** A lead as it stands, with all that happened to it. */
export interface LeadHistory {
  readonly name: string;
  /** What it is and how it stands, a line each. */
  readonly now: readonly string[];
  /** Oldest first. */
  readonly cycles: readonly (readonly HistoryEntry[])[];
  /** As they were sent; undefined where they are not kept. */
  readonly messages: readonly SentMessage[] | undefined;
  readonly base: string;
}

const Moment = ({ at }: { at: IsoInstant }) => (
  <time datetime={at}>{`${at.slice(0, 10)} ${at.slice(11, 16)} UTC`}</time>
);

/** Who a lead is, where it stands, and how it came there. */
export const leadHistoryPage = ({ name, now, cycles, messages, base }: LeadHistory): Page => {
  const html = (
    <Layout language="en" title={name} style={MEASURE_STYLE}>
      <nav class="bar" aria-label="Back">
        <a href={`${base}/`}>All measures</a>
      </nav>
      <main id="main">
        <section>
          <h1>{name}</h1>
          {now.map((line) => (
            <p>{line}</p>
          ))}
        </section>
        {cycles.map((entries, index) => (
          <section aria-labelledby={`cycle-${index + 1}`}>
            <h2 id={`cycle-${index + 1}`}>Cycle {index + 1}</h2>
            <ol class="timeline">
              {entries.map(({ at, words, details }) => (
                <li>
                  <Moment at={at} />
                  <span>{words}</span>
                  {details.map((line) => (
                    <small>{line}</small>
                  ))}
                </li>
              ))}
            </ol>
          </section>
        ))}
        {messages === undefined ? null : (
          <section aria-labelledby="messages">
            <h2 id="messages">Messages, as sent</h2>
            {messages.length === 0 ? <p>None was sent.</p> : null}
            <ol class="timeline">
              {messages.map(({ at, to, by, text }) => (
                <li>
                  <Moment at={at} />
                  <b>
                    {by} to {to}
                  </b>
                  <pre class="message">{text}</pre>
                </li>
              ))}
            </ol>
          </section>
        )}
      </main>
    </Layout>
  );
  return { status: 200, html, headers: MEASURES_POLICY };
};

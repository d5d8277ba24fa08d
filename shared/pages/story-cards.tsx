import type { Handover } from '../domain/alert/text/handover.ts';
import { AMOUNT } from '../domain/alert/text/lead-details.ts';
import { dateAndTime } from '../domain/alert/text/local-time.ts';
import type { Instant } from '../domain/time/instant.ts';
import { brief } from './brief.ts';
import { LocalTime } from './local-time.tsx';

const TEXT_BYTES = 160;
const MOST_REASONS = 15;

const signed = (points: number): string => `${points < 0 ? '−' : '+'}${AMOUNT.format(Math.abs(points))}`;

export const ReasonsCard = ({ score, reasons }: Handover) => (
  <section aria-labelledby="why">
    <h2 id="why">Why they are hot: score {AMOUNT.format(score)}</h2>
    <ul class="reasons">
      {reasons
        .toSorted((a, b) => b.points - a.points)
        .slice(0, MOST_REASONS)
        .map(({ name, points }) => (
          <li>
            <b>{signed(points)}</b> {brief(name, TEXT_BYTES)}
          </li>
        ))}
    </ul>
  </section>
);

/** `page-viewed` as `Page viewed`. */
const kindWords = (kind: string): string => `${kind.charAt(0).toUpperCase()}${kind.slice(1).replaceAll('-', ' ')}`;

/** Whatever a tracker was made to send: shown, but never a link to follow. */
const activityText = ({ kind, title, contentId, url }: Handover['activities'][number]): string => {
  const what = title ?? contentId ?? url?.replace(/^https?:\/\//, '') ?? '';
  return what === '' ? kindWords(kind) : `${kindWords(kind)}: ${what}`;
};

const attemptText = ({ by, channel, note }: Handover['attempts'][number]): string =>
  [`${by} tried to reach them`, channel, note].filter((part) => part !== undefined).join(', ');

/** What the person did and who tried to reach them, newest first. */
const happenings = ({ activities, attempts }: Handover): readonly { readonly at: Instant; readonly text: string }[] =>
  [
    ...attempts.map((attempt) => ({ at: attempt.at, text: attemptText(attempt) })),
    ...activities.map((activity) => ({ at: activity.at, text: activityText(activity) })),
  ].toSorted((a, b) => b.at - a.at);

export const TimelineCard = (handover: Handover) => (
  <section aria-labelledby="timeline">
    <h2 id="timeline">What happened</h2>
    {happenings(handover).length === 0 ? (
      <p class="soft">Nothing is recorded.</p>
    ) : (
      <>
        <small>Newest first; times in {handover.to.zone.name}</small>
        <ol class="timeline">
          {happenings(handover).map(({ at, text }) => (
            <li>
              <span>{brief(text, TEXT_BYTES)}</span>
              <small>
                <LocalTime at={at} words={dateAndTime(at, handover.to.zone)} />
              </small>
            </li>
          ))}
        </ol>
      </>
    )}
  </section>
);

/** With each address in full: one tap selects it, ready to copy into a message. */
export const SendNextCard = ({ sendNext }: Handover) => (
  <section aria-labelledby="next">
    <h2 id="next">What to send next</h2>
    {sendNext.length === 0 ? (
      <p class="soft">Nothing in the library fits, or they have read it all.</p>
    ) : (
      <ul>
        {sendNext.map(({ title, url }) => (
          <li>
            <a href={url} rel="noreferrer">
              {brief(title, TEXT_BYTES)}
            </a>
            <span class="copy">{url}</span>
          </li>
        ))}
      </ul>
    )}
  </section>
);

export const OwnersCard = ({ owner, pastOwners, territory }: Handover) => (
  <section aria-labelledby="owners">
    <h2 id="owners">Whose it is</h2>
    <dl>
      <div>
        <dt>Owner</dt>
        <dd>{brief(owner.name, TEXT_BYTES)}</dd>
      </div>
      <div>
        <dt>Past owners</dt>
        <dd>{brief(pastOwners.join(', '), 2 * TEXT_BYTES) || 'none'}</dd>
      </div>
      <div>
        <dt>Territory</dt>
        <dd>{brief(territory, TEXT_BYTES)}</dd>
      </div>
    </dl>
  </section>
);

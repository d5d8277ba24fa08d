import type { Handover } from '../domain/alert/text/handover.ts';
import { reasonWords, toldReasons } from '../domain/alert/text/told-reasons.ts';
import { amount, dateAndTime } from '../domain/language/format.ts';
import type { MessageLanguage } from '../domain/language/message-language.ts';
import type { Instant } from '../domain/time/instant.ts';
import { brief } from './brief.ts';
import { LocalTime } from './local-time.tsx';
import { PAGE_TEXTS } from './texts/page-texts.ts';

const TEXT_BYTES = 160;
const MOST_REASONS = 15;

const signed = (points: number, language: MessageLanguage): string =>
  `${points < 0 ? '−' : '+'}${amount(Math.abs(points), language)}`;

export const ReasonsCard = (handover: Handover) => (
  <section aria-labelledby="why">
    <h2 id="why">{PAGE_TEXTS[handover.to.language].story.whyHot(amount(handover.score, handover.to.language))}</h2>
    <ul class="reasons">
      {toldReasons(handover)
        .slice(0, MOST_REASONS)
        .map((reason) => (
          <li>
            {reason.points === undefined ? null : <b>{signed(reason.points, handover.to.language)}</b>}{' '}
            {brief(reasonWords(reason, handover), TEXT_BYTES)}
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

const attemptText = ({ by, channel, note }: Handover['attempts'][number], language: MessageLanguage): string =>
  [PAGE_TEXTS[language].story.tried(by), channel, note].filter((part) => part !== undefined).join(', ');

/** What the person did, what they were sent and who tried to reach them, newest first. */
const happenings = ({
  activities,
  attempts,
  sent,
  to,
}: Handover): readonly { readonly at: Instant; readonly text: string }[] =>
  [
    ...attempts.map((attempt) => ({ at: attempt.at, text: attemptText(attempt, to.language) })),
    ...sent.map(({ at, by, title }) => ({ at, text: PAGE_TEXTS[to.language].story.sent(by, title) })),
    ...activities.map((activity) => ({ at: activity.at, text: activityText(activity) })),
  ].toSorted((a, b) => b.at - a.at);

export const TimelineCard = (handover: Handover) => (
  <section aria-labelledby="timeline">
    <h2 id="timeline">{PAGE_TEXTS[handover.to.language].story.whatTheyDid}</h2>
    {happenings(handover).length === 0 ? (
      <p class="soft">{PAGE_TEXTS[handover.to.language].story.nothingDone}</p>
    ) : (
      <>
        <small>{PAGE_TEXTS[handover.to.language].story.newestFirst(handover.to.zone.name)}</small>
        <ol class="timeline">
          {happenings(handover).map(({ at, text }) => (
            <li>
              <span>{brief(text, TEXT_BYTES)}</span>
              <small>
                <LocalTime at={at} words={dateAndTime(at, handover.to.zone, handover.to.language)} />
              </small>
            </li>
          ))}
        </ol>
      </>
    )}
  </section>
);

/** With each address in full: one tap selects it, ready to copy into a message; another tap says that it was sent. */
export const SendNextCard = ({ handover: { sendNext, to }, canMark }: { handover: Handover; canMark: boolean }) => (
  <section aria-labelledby="next">
    <h2 id="next">{PAGE_TEXTS[to.language].story.sendNext}</h2>
    {sendNext.length === 0 ? (
      <p class="soft">{PAGE_TEXTS[to.language].story.nothingToSend}</p>
    ) : (
      <ul>
        {sendNext.map(({ id, title, url }) => (
          <li>
            <a href={url} rel="noreferrer" id={`piece-${id}`}>
              {brief(title, TEXT_BYTES)}
            </a>
            <span class="copy">{url}</span>
            {canMark ? (
              <form method="post">
                <input type="hidden" name="content" value={id} />
                <button type="submit" class="small" name="answer" value="sent" aria-describedby={`piece-${id}`}>
                  {PAGE_TEXTS[to.language].story.markSent}
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    )}
    {sendNext.length === 0 || !canMark ? null : <small>{PAGE_TEXTS[to.language].story.markSentHint}</small>}
  </section>
);

export const OwnersCard = ({ owner, pastOwners, territory, to }: Handover) => {
  const words = PAGE_TEXTS[to.language].story;
  return (
    <section aria-labelledby="owners">
      <h2 id="owners">{words.whose}</h2>
      <dl>
        <div>
          <dt>{words.owner}</dt>
          <dd>{brief(owner.name, TEXT_BYTES)}</dd>
        </div>
        <div>
          <dt>{words.pastOwners}</dt>
          <dd>{brief(pastOwners.join(', '), 2 * TEXT_BYTES) || words.none}</dd>
        </div>
        <div>
          <dt>{words.territory}</dt>
          <dd>{brief(territory, TEXT_BYTES)}</dd>
        </div>
      </dl>
    </section>
  );
};

import type { Handover } from '../domain/alert/text/handover.ts';
import { lengthOf } from '../domain/language/format.ts';
import { fullTime } from '../domain/language/full-time.ts';
import type { MessageLanguage } from '../domain/language/message-language.ts';
import type { Instant } from '../domain/time/instant.ts';
import { LocalTime } from './local-time.tsx';
import { PAGE_TEXTS } from './texts/page-texts.ts';

/** `23 minutes left`, `12 minutes late`: by the wall clock, until the instant. */
export const timeLeft = (dueAt: Instant, now: Instant, language: MessageLanguage): string => {
  const words = PAGE_TEXTS[language].time;
  const length = lengthOf(Math.abs(dueAt - now), language);
  if (now > dueAt) return length === undefined ? words.hardlyLate : words.late(length.words);
  return length === undefined ? words.hardlyLeft : words.left(length.words, length.first);
};

interface UntilProps {
  readonly at: Instant;
  readonly to: Handover['to'];
  readonly now: Instant;
  /** Before the exact time. */
  readonly label: string;
  /** After it. */
  readonly ending?: string;
}

/** How much time is left until an instant, and when that is; past it, how late it is. */
export const TimeUntil = ({ at, to, now, label, ending = '' }: UntilProps) => (
  <p class={now > at ? 'due late' : 'due'}>
    <b>{timeLeft(at, now, to.language)}</b>
    <span>
      {label} <LocalTime at={at} words={fullTime(at, to.zone, to.language)} />
      {ending}
    </span>
  </p>
);

type DueProps = Pick<UntilProps, 'to' | 'now'> & { readonly due: NonNullable<Handover['due']> };

/** What is due of the owner. */
export const TimeLeft = ({ due: { clause, at }, to, now }: DueProps) => {
  const texts = PAGE_TEXTS[to.language];
  const { by, late } = texts.due[clause];
  return now > at ? (
    <TimeUntil at={at} to={to} now={now} label={late} ending={`. ${texts.answer.stillYours}`} />
  ) : (
    <TimeUntil at={at} to={to} now={now} label={by} ending="." />
  );
};

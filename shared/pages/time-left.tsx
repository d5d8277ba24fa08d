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

type DueProps = { readonly due: NonNullable<Handover['due']>; readonly to: Handover['to']; readonly now: Instant };

/** How much time is left, and the exact time at which it ends. */
export const TimeLeft = ({ due, to, now }: DueProps) => {
  const texts = PAGE_TEXTS[to.language];
  const { by, late } = texts.due[due.clause];
  const isLate = now > due.at;
  return (
    <p class={isLate ? 'due late' : 'due'}>
      <b>{timeLeft(due.at, now, to.language)}</b>
      <span>
        {isLate ? late : by} <LocalTime at={due.at} words={fullTime(due.at, to.zone, to.language)} />
        {isLate ? `. ${texts.answer.stillYours}` : '.'}
      </span>
    </p>
  );
};

import type { MessageLanguage } from '../domain/language/message-language.ts';
import type { WatchSubject } from '../domain/vocabulary/watches.ts';
import type { WatchState } from '../domain/watch/watchers.ts';
import { brief } from './brief.ts';
import { WATCH_TEXTS } from './texts/watch/watch-texts.ts';

const DOMAIN_BYTES = 80;

/** What the reader of a page watches of its lead. */
export interface Watching {
  readonly person: WatchState;
  /** Absent where no company is known. */
  readonly company?: { readonly domain: string; readonly state: WatchState };
}

interface Words {
  readonly start: string;
  readonly stop: string;
  readonly full: string;
}

const Toggle = ({ of, state, words }: { of: WatchSubject; state: WatchState; words: Words }) => {
  if (state === 'full') return <p class="soft">{words.full}</p>;
  return (
    <form method="post">
      <input type="hidden" name="of" value={of} />
      <button
        type="submit"
        class="small"
        name="watch"
        value={state === 'on' ? 'stop' : 'start'}
        aria-describedby="hint-watch"
      >
        {state === 'on' ? words.stop : words.start}
      </button>
    </form>
  );
};

/** A small control at the end of the page: to be told of the person, or of everybody at the company, or no more. */
export const WatchCard = ({ watching, language }: { watching: Watching; language: MessageLanguage }) => {
  const texts = WATCH_TEXTS[language];
  const { person, company } = watching;
  const domain = brief(company?.domain ?? '', DOMAIN_BYTES);
  const ofCompany = {
    start: texts.company.start(domain),
    stop: texts.company.stop(domain),
    full: texts.fullCompany(domain),
  };
  return (
    <section aria-labelledby="watch">
      <h2 id="watch">{texts.heading}</h2>
      <Toggle of="person" state={person} words={{ ...texts.person, full: texts.full }} />
      {company === undefined ? null : <Toggle of="company" state={company.state} words={ofCompany} />}
      <small id="hint-watch">{texts.hint}</small>
    </section>
  );
};

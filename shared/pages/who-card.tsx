import type { PropsWithChildren } from 'hono/jsx';
import type { Handover } from '../domain/alert/text/handover.ts';
import { knownDetails, otherDetails } from '../domain/alert/text/lead-details.ts';
import { companyName, personName } from '../domain/alert/text/names.ts';
import { reasonWords, toldReasons } from '../domain/alert/text/told-reasons.ts';
import { countryName, languageName } from '../domain/language/format.ts';
import type { MessageLanguage } from '../domain/language/message-language.ts';
import { regionName } from '../fields/region-name.ts';
import { brief } from './brief.ts';
import { contactLinks } from './contact-links.ts';
import { PAGE_TEXTS } from './texts/page-texts.ts';
import { theirTime } from './their-time.ts';
import { TimeLeft } from './time-left.tsx';

const NAME_BYTES = 120;
const VALUE_BYTES = 160;
const LABEL_BYTES = 60;
/** A form may send any number of fields. */
const MOST_OTHERS = 10;

/** Already in the heading. */
const IN_HEADING: ReadonlySet<string> = new Set(['person.title', 'company.name']);

type Lead = Handover['lead'];
type Shown = { readonly lead: Lead; readonly language: MessageLanguage };

export const leadName = ({ lead: { fields }, language }: Shown): string =>
  brief(personName(fields) || companyName(fields) || PAGE_TEXTS[language].who.noName, NAME_BYTES);

/** Title and company in one line; empty where neither is known. */
export const leadRole = ({ fields }: Lead): string =>
  [String(fields['person.title'] ?? ''), companyName(fields)]
    .map((text) => brief(text, NAME_BYTES))
    .filter((text) => text !== '')
    .join(', ');

/** Who it is, and the two ways to reach them that a thumb wants first. */
export const WhoCard = ({ handover, isToCall }: { handover: Handover; isToCall: boolean }) => {
  const { lead, due, to, now } = handover;
  const { language } = to;
  const words = PAGE_TEXTS[language].who;
  const { phone, callHref, mailHref, refusals } = contactLinks(lead, language);
  const role = leadRole(lead);
  const [why] = toldReasons(handover);
  const there = theirTime(lead.fields, now, language);
  return (
    <section class="who">
      <h1>{leadName({ lead, language })}</h1>
      {role === '' ? null : <p class="soft">{role}</p>}
      {due === undefined ? null : <TimeLeft due={due} to={to} now={now} />}
      {why === undefined ? null : <p class="why">{brief(reasonWords(why, handover), VALUE_BYTES)}</p>}
      {refusals.length === 0 ? null : <p class="badge">{refusals.join(' · ')}</p>}
      {callHref === undefined && mailHref === undefined ? null : (
        <p class="row">
          {callHref === undefined ? null : (
            <a class={isToCall ? 'call button main' : 'call button'} href={callHref}>
              {words.call} {brief(phone, LABEL_BYTES)}
            </a>
          )}
          {mailHref === undefined ? null : (
            <a class="button" href={mailHref}>
              {words.mail}
            </a>
          )}
        </p>
      )}
      {there === undefined ? null : <small class="soft">{words.theirTime(there.clock, there.weekday)}</small>}
    </section>
  );
};

const Row = ({ label, value, children }: PropsWithChildren<{ label: string; value: string }>) => (
  <div>
    <dt>{label}</dt>
    <dd>
      {value}
      {children}
    </dd>
  </div>
);

/** A button that copies a text and says so. A script shows it, where there is one that can. */
const Copy = ({ text, label, language }: { text: string; label: string; language: MessageLanguage }) => {
  const words = PAGE_TEXTS[language].who;
  return (
    <>
      <button
        type="button"
        class="small"
        hidden
        data-copy={text}
        data-done={words.copied}
        aria-label={`${words.copy}: ${label}`}
      >
        {words.copy}
      </button>
      <small role="status" />
    </>
  );
};

/** Codes in words; what has none as it is. */
const IN_WORDS: Readonly<Record<string, (code: string, language: MessageLanguage) => string | undefined>> = {
  'location.country': countryName,
  // There are no names of regions in more languages; people know a region by its own.
  'location.region': (code, language) => regionName(code)?.[language === 'en' ? 'inEnglish' : 'own'],
  language: languageName,
};

/** All else that is known of them. */
export const DetailsCard = ({ lead, language }: Shown) => {
  const { fields } = lead;
  const words = PAGE_TEXTS[language].who;
  const { phone, email, consents } = contactLinks(lead, language);
  const others = otherDetails(fields);
  return (
    <section aria-labelledby="who">
      <h2 id="who">{words.heading}</h2>
      <dl>
        <Row label={words.phone} value={brief(phone, VALUE_BYTES) || words.unknown}>
          {phone === '' ? null : <Copy text={brief(phone, VALUE_BYTES)} label={words.phone} language={language} />}
        </Row>
        <Row label={words.email} value={brief(email, 2 * VALUE_BYTES)}>
          <Copy text={brief(email, 2 * VALUE_BYTES)} label={words.email} language={language} />
        </Row>
        <Row label={words.consent} value={consents.map(({ label, answer }) => `${label}: ${answer}`).join(', ')} />
        {knownDetails(fields, language)
          .filter(({ path }) => !IN_HEADING.has(path))
          .map(({ path, label, value }) => (
            <Row label={label} value={IN_WORDS[path]?.(value, language) ?? brief(value, VALUE_BYTES)} />
          ))}
        {others.slice(0, MOST_OTHERS).map(({ label, value }) => (
          <Row label={brief(label, LABEL_BYTES)} value={brief(value, VALUE_BYTES)} />
        ))}
      </dl>
      {others.length > MOST_OTHERS ? <p class="soft">{words.more(others.length - MOST_OTHERS)}</p> : null}
    </section>
  );
};

import type { Handover } from '../domain/alert/text/handover.ts';
import { knownDetails, otherDetails } from '../domain/alert/text/lead-details.ts';
import { companyName, personName } from '../domain/alert/text/names.ts';
import type { MessageLanguage } from '../domain/language/message-language.ts';
import { brief } from './brief.ts';
import { contactLinks } from './contact-links.ts';
import { PAGE_TEXTS } from './texts/page-texts.ts';

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
export const WhoCard = ({ lead, language }: Shown) => {
  const words = PAGE_TEXTS[language].who;
  const { callHref, mailHref, refusals } = contactLinks(lead, words);
  const role = leadRole(lead);
  return (
    <section class="who">
      <h1>{leadName({ lead, language })}</h1>
      {role === '' ? null : <p class="soft">{role}</p>}
      {refusals.length === 0 ? null : <p class="badge">{refusals.join(' · ')}</p>}
      {callHref === undefined && mailHref === undefined ? null : (
        <p class="row">
          {callHref === undefined ? null : (
            <a class="button" href={callHref}>
              {words.call}
            </a>
          )}
          {mailHref === undefined ? null : (
            <a class="button" href={mailHref}>
              {words.mail}
            </a>
          )}
        </p>
      )}
    </section>
  );
};

const Row = ({ label, value }: { label: string; value: string }) => (
  <div>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
);

/** All else that is known of them. */
export const DetailsCard = ({ lead, language }: Shown) => {
  const { fields } = lead;
  const words = PAGE_TEXTS[language].who;
  const { phone, email, consents } = contactLinks(lead, words);
  const others = otherDetails(fields);
  return (
    <section aria-labelledby="who">
      <h2 id="who">{words.heading}</h2>
      <dl>
        <Row label={words.phone} value={brief(phone, VALUE_BYTES) || words.unknown} />
        <Row label={words.email} value={brief(email, 2 * VALUE_BYTES)} />
        <Row label={words.consent} value={consents.map(({ label, answer }) => `${label}: ${answer}`).join(', ')} />
        {knownDetails(fields, language)
          .filter(({ path }) => !IN_HEADING.has(path))
          .map(({ label, value }) => (
            <Row label={label} value={brief(value, VALUE_BYTES)} />
          ))}
        {others.slice(0, MOST_OTHERS).map(({ label, value }) => (
          <Row label={brief(label, LABEL_BYTES)} value={brief(value, VALUE_BYTES)} />
        ))}
      </dl>
      {others.length > MOST_OTHERS ? <p class="soft">{words.more(others.length - MOST_OTHERS)}</p> : null}
    </section>
  );
};

import type { Handover } from '../domain/alert/text/handover.ts';
import { knownDetails, otherDetails } from '../domain/alert/text/lead-details.ts';
import { companyName, personName } from '../domain/alert/text/names.ts';
import { brief } from './brief.ts';
import { contactLinks } from './contact-links.ts';

const NAME_BYTES = 120;
const VALUE_BYTES = 160;
const LABEL_BYTES = 60;
/** A form may send any number of fields. */
const MOST_OTHERS = 10;

/** Already in the heading. */
const IN_HEADING: ReadonlySet<string> = new Set(['person.title', 'company.name']);

type Lead = Handover['lead'];

export const leadName = ({ fields }: Lead): string =>
  brief(personName(fields) || companyName(fields) || 'A lead with no name', NAME_BYTES);

/** Title and company in one line; empty where neither is known. */
export const leadRole = ({ fields }: Lead): string =>
  [String(fields['person.title'] ?? ''), companyName(fields)]
    .map((text) => brief(text, NAME_BYTES))
    .filter((text) => text !== '')
    .join(', ');

/** Who it is, and the two ways to reach them that a thumb wants first. */
export const WhoCard = ({ lead }: { lead: Lead }) => {
  const { callHref, mailHref, refusals } = contactLinks(lead.fields, lead.email);
  const role = leadRole(lead);
  return (
    <section class="who">
      <h1>{leadName(lead)}</h1>
      {role === '' ? null : <p class="soft">{role}</p>}
      {refusals.length === 0 ? null : <p class="badge">{refusals.join(' · ')}</p>}
      {callHref === undefined && mailHref === undefined ? null : (
        <p class="row">
          {callHref === undefined ? null : (
            <a class="button" href={callHref}>
              Call
            </a>
          )}
          {mailHref === undefined ? null : (
            <a class="button" href={mailHref}>
              Mail
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
export const DetailsCard = ({ lead: { fields, email: identity } }: { lead: Lead }) => {
  const { phone, email, consents } = contactLinks(fields, identity);
  const others = otherDetails(fields);
  return (
    <section aria-labelledby="who">
      <h2 id="who">Who they are</h2>
      <dl>
        <Row label="Phone" value={brief(phone, VALUE_BYTES) || 'not known'} />
        <Row label="E-mail" value={brief(email, 2 * VALUE_BYTES)} />
        <Row label="Consent" value={consents.map(({ label, answer }) => `${label}: ${answer}`).join(', ')} />
        {knownDetails(fields)
          .filter(({ path }) => !IN_HEADING.has(path))
          .map(({ label, value }) => (
            <Row label={label} value={brief(value, VALUE_BYTES)} />
          ))}
        {others.slice(0, MOST_OTHERS).map(({ label, value }) => (
          <Row label={brief(label, LABEL_BYTES)} value={brief(value, VALUE_BYTES)} />
        ))}
      </dl>
      {others.length > MOST_OTHERS ? <p class="soft">And {others.length - MOST_OTHERS} more in the CRM.</p> : null}
    </section>
  );
};

import type { Agreement } from '../domain/agreement/agreement.ts';
import type { Handover } from '../domain/alert/text/handover.ts';
import { seenOf } from '../domain/answer/manage-lead.ts';
import type { GiveOffer } from '../domain/answer/whom-to-give.ts';
import { dateAndTime } from '../domain/language/format.ts';
import { isOwned, type LiveLead } from '../domain/lead/lead.ts';
import type { Instant } from '../domain/time/instant.ts';
import { brief } from './brief.ts';
import { MANAGE_TEXTS } from './texts/manage/manage-texts.ts';
import { TimeUntil } from './time-left.tsx';

const NAME_BYTES = 120;

export const shortName = (name: string): string => brief(name, NAME_BYTES);

interface Managed {
  readonly lead: LiveLead;
  readonly to: Handover['to'];
}

/** How the lead stood when the page was made: a form of an old page must not undo what others have decided since. */
const Seen = ({ lead }: Pick<Managed, 'lead'>) => {
  const { attempt, owner = '' } = seenOf(lead);
  return (
    <>
      <input type="hidden" name="attempt" value={String(attempt)} />
      <input type="hidden" name="owner" value={owner} />
    </>
  );
};

const Due = ({ lead, to, now }: Managed & { now: Instant }) => {
  const texts = MANAGE_TEXTS[to.language];
  const clause = isOwned(lead) ? lead.clause : undefined;
  const at = isOwned(lead) ? clause?.dueAt : lead.qualification.alert.dueAt;
  if (at === undefined) return null;
  const label = clause === undefined ? texts.alertDue : `${texts.due[clause.name]}:`;
  return <TimeUntil at={at} to={to} now={now} label={label} />;
};

const Leave = ({ lead, to, owner, agreement }: Managed & { owner: string; agreement: Agreement }) => {
  const texts = MANAGE_TEXTS[to.language];
  if (!isOwned(lead) || lead.clause === undefined) return null;
  const { leftBy } = lead.clause;
  if (leftBy !== undefined) return <p>{texts.left(shortName(agreement.reps[leftBy]?.name ?? leftBy), owner)}</p>;
  return (
    <form method="post">
      <Seen lead={lead} />
      <div class="choice">
        <button type="submit" name="manage" value="leave" aria-describedby="hint-leave">
          {texts.leave(owner)}
        </button>
        <small id="hint-leave">{texts.leaveHint}</small>
      </div>
    </form>
  );
};

/** Whose the lead is, and what one tap of the manager makes of it. */
export const DecideCard = ({
  lead,
  to,
  now,
  owner,
  agreement,
}: Managed & { now: Instant; owner: string; agreement: Agreement }) => {
  const texts = MANAGE_TEXTS[to.language];
  return (
    <section class="answer" aria-labelledby="decide">
      <h2 id="decide">{isOwned(lead) ? texts.has(owner) : texts.nobodyHas}</h2>
      <Due lead={lead} to={to} now={now} />
      <form method="post">
        <Seen lead={lead} />
        <div class="choice">
          <button type="submit" name="manage" value="take" class="main" aria-describedby="hint-take">
            {texts.take}
          </button>
          <small id="hint-take">{texts.takeHint}</small>
        </div>
      </form>
      <a class="button" href="#give">
        {texts.give}
      </a>
      <Leave lead={lead} to={to} owner={owner} agreement={agreement} />
    </section>
  );
};

const standing = ({ availability }: GiveOffer, { zone, language }: Handover['to']): string => {
  const texts = MANAGE_TEXTS[language];
  switch (availability.can) {
    case 'now':
      return texts.atWork;
    case 'soon':
      return texts.until(texts.busy['off-hours'], dateAndTime(availability.startsAt, zone, language));
    case 'later': {
      const { why, until } = availability;
      return until === undefined ? texts.busy[why] : texts.until(texts.busy[why], dateAndTime(until, zone, language));
    }
    case 'never':
      return texts.busy[availability.why];
  }
};

/** Whoever may get the lead, with how busy they are. */
export const GiveCard = ({
  lead,
  to,
  offers,
  isProblem,
}: Managed & { offers: readonly GiveOffer[]; isProblem: boolean }) => {
  const texts = MANAGE_TEXTS[to.language];
  return (
    <section aria-labelledby="give">
      <h2 id="give">{texts.give}</h2>
      {offers.length === 0 ? (
        <p class="soft">{texts.nobodyElse}</p>
      ) : (
        <form method="post">
          <Seen lead={lead} />
          <fieldset aria-describedby={isProblem ? 'problem' : undefined}>
            <legend>{texts.whom}</legend>
            {offers.map((offer) => (
              <label class="radio">
                <input type="radio" name="rep" value={offer.rep.id} required />
                <span>
                  {shortName(offer.rep.name)} <small>{`${texts.openLeads(offer.open)}, ${standing(offer, to)}`}</small>
                </span>
              </label>
            ))}
          </fieldset>
          <div class="choice">
            <button type="submit" name="manage" value="give" aria-describedby="hint-give">
              {texts.giveButton}
            </button>
            <small id="hint-give">{texts.giveHint}</small>
          </div>
        </form>
      )}
    </section>
  );
};

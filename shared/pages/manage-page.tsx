import type { ManageProblem } from '../contracts/http/manage-form.ts';
import type { Agreement, Rep } from '../domain/agreement/agreement.ts';
import { handoverOf, readerOf } from '../domain/alert/text/handover-of.ts';
import type { GiveOffer } from '../domain/answer/whom-to-give.ts';
import { isOwned, type LiveLead } from '../domain/lead/lead.ts';
import type { Instant } from '../domain/time/instant.ts';
import { COPY_SCRIPT } from './copy-script.ts';
import { Layout } from './layout.tsx';
import { DecideCard, GiveCard, shortName } from './manage-cards.tsx';
import type { Page } from './page-response.ts';
import { OwnersCard, ReasonsCard, TimelineCard } from './story-cards.tsx';
import { MANAGE_TEXTS } from './texts/manage/manage-texts.ts';
import { PAGE_TEXTS } from './texts/page-texts.ts';
import { WatchCard, type Watching } from './watch-card.tsx';
import { DetailsCard, leadName, leadRole, WhoCard } from './who-card.tsx';

const STATUS: Readonly<Record<ManageProblem, number>> = {
  'owner-changed': 409,
  'no-such-rep': 409,
  'unknown-answer': 400,
  'nobody-chosen': 400,
};

/** Nothing of the page for managers was recorded, and the form to put it right is the one of the list. */
const OF_THE_LIST: readonly ManageProblem[] = ['no-such-rep', 'nobody-chosen'];

export interface ManageView {
  readonly lead: LiveLead;
  /** The manager. */
  readonly rep: Rep;
  readonly offers: readonly GiveOffer[];
  readonly watching: Watching;
  readonly agreement: Agreement;
  readonly now: Instant;
  /** Address of the list that it was opened from. */
  readonly list?: string | undefined;
  /** The manager's capability. */
  readonly token: string;
  /** Why nothing was changed. */
  readonly problem?: ManageProblem | undefined;
}

/** All that marketing knows of a lead, and what a manager can decide about it. */
export const managePage = ({ lead, rep, offers, watching, agreement, now, list, token, problem }: ManageView): Page => {
  const to = readerOf(rep);
  const handover = handoverOf(lead, { purpose: 'tell-manager', rep: rep.id }, to, { agreement, now });
  // What is due is told as the owner's, beside what the manager can decide.
  const { due: _, ...ofNobody } = handover;
  const texts = MANAGE_TEXTS[to.language];
  const shown = { lead: handover.lead, language: to.language };
  const owner = isOwned(lead) ? shortName(handover.owner.name) : texts.nobody;
  const title = texts.title([leadName(shown), leadRole(handover.lead)].filter((text) => text !== '').join(', '));
  const html = (
    <Layout language={to.language} title={title} list={list} token={token} isPersonal>
      <main id="main">
        {problem === undefined ? null : (
          // Focused, so that its reader comes from it to the form.
          <section class="problem" role="alert" tabindex={-1} autofocus>
            <p id="problem">{texts.problems[problem]}</p>
            <a href={OF_THE_LIST.includes(problem) ? '#give' : '#decide'}>{PAGE_TEXTS[to.language].answer.toForm}</a>
          </section>
        )}
        <div class="lead">
          <WhoCard handover={ofNobody} isToCall={false} />
          <DecideCard lead={lead} to={to} now={now} owner={owner} agreement={agreement} />
          <div class="context">
            <ReasonsCard {...handover} />
            <TimelineCard {...handover} />
            <DetailsCard {...shown} />
            <OwnersCard {...handover} owner={{ name: owner }} />
            <WatchCard watching={watching} language={to.language} />
          </div>
          <GiveCard
            lead={lead}
            to={to}
            offers={offers}
            isProblem={problem !== undefined && OF_THE_LIST.includes(problem)}
          />
        </div>
      </main>
      <script dangerouslySetInnerHTML={{ __html: COPY_SCRIPT }} />
    </Layout>
  );
  return { status: problem === undefined ? 200 : STATUS[problem], html };
};

import type { Agreement, Rep } from '../domain/agreement/agreement.ts';
import { handoverOf, readerOf } from '../domain/alert/text/handover-of.ts';
import { type Lead, ownerOf } from '../domain/lead/lead.ts';
import type { Instant } from '../domain/time/instant.ts';
import { COPY_SCRIPT } from './copy-script.ts';
import { Layout } from './layout.tsx';
import type { Page } from './page-response.ts';
import { OwnersCard, ReasonsCard, TimelineCard } from './story-cards.tsx';
import { WATCH_TEXTS } from './texts/watch/watch-texts.ts';
import { WatchCard, type Watching } from './watch-card.tsx';
import { DetailsCard, leadName, leadRole, WhoCard } from './who-card.tsx';

export interface WatchedView {
  readonly lead: Lead;
  /** Who watches it, and may see it. */
  readonly rep: Rep;
  readonly agreement: Agreement;
  readonly now: Instant;
  readonly watching: Watching;
  /** Address of the list that it was opened from. */
  readonly list?: string | undefined;
  /** The reader's capability. */
  readonly token: string;
}

/** All that marketing knows of a lead, for somebody who watches it: there is nothing to answer. */
export const watchedPage = ({ lead, rep, agreement, now, watching, list, token }: WatchedView): Page => {
  const handover = handoverOf(lead, { purpose: 'watch', rep: rep.id }, readerOf(rep), { agreement, now });
  const { language } = handover.to;
  const texts = WATCH_TEXTS[language];
  const shown = { lead: handover.lead, language };
  const owner = ownerOf(lead) === undefined ? { name: texts.nobody } : handover.owner;
  const title = texts.title([leadName(shown), leadRole(handover.lead)].filter((text) => text !== '').join(', '));
  const html = (
    <Layout language={language} title={title} list={list} token={token} isPersonal>
      <main id="main">
        <div class="lead">
          <WhoCard handover={handover} isToCall={false} />
          <div class="context">
            {handover.reasons.length === 0 ? null : <ReasonsCard {...handover} />}
            <TimelineCard {...handover} />
            <DetailsCard {...shown} />
            <OwnersCard {...handover} owner={owner} />
            <WatchCard watching={watching} language={language} />
          </div>
        </div>
      </main>
      <script dangerouslySetInnerHTML={{ __html: COPY_SCRIPT }} />
    </Layout>
  );
  return { status: 200, html };
};

import { readAgreement } from '../../shared/agreement/read-agreement.ts';
import { readReportTerms } from '../../shared/agreement/report/read-report-terms.ts';
import { leadHistory } from '../../shared/application/history/lead-history.ts';
import type { MeasuresSource } from '../../shared/application/measures/answer-measures.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import { calibrate } from '../../shared/domain/calibrate/calibrate.ts';
import type { FactEvent } from '../../shared/domain/lead/fact-event.ts';
import { nameOfLead } from '../../shared/domain/lead/name-of-lead.ts';
import { measure } from '../../shared/domain/measures/report.ts';
import { createRules } from '../../shared/domain/rules.ts';
import { coldList } from '../../shared/domain/suggestions/cold-list.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { ScoreWorth } from '../../shared/pages/measures/measures-view.ts';
import type { ErasableStore } from '../../shared/ports/erasable-store.ts';
import { createSamples } from '../calibrate/samples.ts';
import { documentsIn, type HeldDocuments, holdDocuments } from '../cold-list/held-documents.ts';
import { openFeed } from '../feed.ts';
import { withTable } from '../forget/open-erasable.ts';
import type { Terminal } from '../progress.ts';
import { play } from '../simulate/play.ts';
import { usedYears } from '../used-years.ts';
import { watchedFeed } from '../watched-feed.ts';
import { gatherPage, type PageGatherer } from './gather-page.ts';
import { scoreWorth } from './score-worth.ts';

interface Asked {
  readonly agreement: string;
  /** Nothing after it counts. */
  readonly until?: Instant;
}

export interface FeedOptions extends Asked {
  readonly events: string;
  readonly seed: number;
}

/** What was gathered, and what else is known. */
interface Known {
  readonly gatherer: PageGatherer;
  readonly documents: HeldDocuments;
  /** Messages are told by a run; a table does not keep them. */
  readonly hasMessages: boolean;
  readonly worth: ScoreWorth | undefined;
}

const sourceOf = async (
  { gatherer, documents: { leads, loadOf }, hasMessages, worth }: Known,
  agreement: Agreement,
  { agreement: folder, until }: Asked,
): Promise<MeasuresSource> => {
  const leadName = (leadId: string): string => nameOfLead(leads.get(leadId));
  const measured = measure(gatherer.gathered(), agreement, until);
  return {
    measured,
    cold: coldList(leads.values(), loadOf, createRules(agreement), measured.asOf),
    agreement,
    terms: await readReportTerms(folder),
    worth,
    leadNames: async () => leadName,
    history: async (leadId, base) => {
      const facts = gatherer.factsOf(leadId);
      if (facts.length === 0) return undefined;
      const messages = hasMessages ? gatherer.messagesOf(leadId) : undefined;
      return leadHistory({ facts, lead: leads.get(leadId), messages }, agreement, { name: leadName(leadId), base });
    },
  };
};

const nameIn =
  ({ reps }: Agreement) =>
  (rep: string): string =>
    reps[rep]?.name ?? rep;

/** Plays a feed, and keeps what the page shows. */
export const sourceOfFeed = async (options: FeedOptions, terminal?: Terminal): Promise<MeasuresSource> => {
  const feed = watchedFeed(openFeed(options.events, terminal), terminal);
  try {
    const agreement = await readAgreement(options.agreement, feed.years);
    const gatherer = gatherPage(nameIn(agreement));
    const samples = createSamples();
    const { until, seed } = options;
    const { store } = await play({
      agreement,
      feed,
      seed,
      ...(until === undefined ? {} : { until }),
      onFact: (event, runtime) => {
        gatherer.fact(event);
        samples.fact(event, runtime.store.lead(event.detail.leadId ?? '')?.fields ?? {});
      },
      onMessage: gatherer.message,
    });
    const outcomes = samples.outcomes(false);
    const worth = scoreWorth(calibrate(outcomes.samples, agreement.scoring), outcomes);
    return await sourceOf(
      { gatherer, documents: await documentsIn(store), hasMessages: true, worth },
      agreement,
      options,
    );
  } finally {
    feed.close();
  }
};

/** Reads all that a store keeps. */
export const sourceOfStore = async (
  store: Pick<ErasableStore, 'everything'>,
  asked: Asked,
): Promise<MeasuresSource> => {
  const documents = holdDocuments();
  const events: FactEvent[] = [];
  for await (const kept of store.everything()) {
    if (kept.kind === 'fact') events.push(kept.event);
    else documents.hold(kept.stored);
  }
  const agreement = await readAgreement(asked.agreement, usedYears(events.map(({ time }) => Date.parse(time))));
  const gatherer = gatherPage(nameIn(agreement));
  for (const event of events) gatherer.fact(event);
  return sourceOf({ gatherer, documents, hasMessages: false, worth: undefined }, agreement, asked);
};

/** The same of a deployed stack, whose table is read as a whole. Throws StackNotRead. */
export const sourceOfStack = (stack: string, asked: Asked): Promise<MeasuresSource> =>
  withTable(stack, (store) => sourceOfStore(store, asked));

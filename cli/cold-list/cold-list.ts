import type { Writable } from 'node:stream';
import { systemTime } from '../../shared/adapters/node/system-time.ts';
import { readAgreement } from '../../shared/agreement/read-agreement.ts';
import { counted } from '../../shared/domain/language/counted.ts';
import { nameOfLead } from '../../shared/domain/lead/name-of-lead.ts';
import { createRules } from '../../shared/domain/rules.ts';
import { coldList } from '../../shared/domain/suggestions/cold-list.ts';
import { type Instant, toIso } from '../../shared/domain/time/instant.ts';
import { openFeed } from '../feed.ts';
import { withTable } from '../forget/open-erasable.ts';
import { createOutput } from '../output.ts';
import type { Terminal } from '../progress.ts';
import { play } from '../simulate/play.ts';
import { watchedFeed } from '../watched-feed.ts';
import { documentsIn, type HeldDocuments } from './held-documents.ts';

interface Asked {
  readonly agreement: string;
  readonly most: number;
  readonly json: boolean;
}

export interface FeedOptions extends Asked {
  readonly events: string;
  readonly until?: Instant;
  readonly seed: number;
}

const dayOf = (at: Instant): string => toIso(at).slice(0, 10);

const tell = async (
  { leads, loadOf }: HeldDocuments,
  now: Instant,
  { agreement: folder, most, json }: Asked,
  stdout: Writable,
): Promise<true> => {
  const agreement = await readAgreement(folder, new Date(now).getUTCFullYear());
  const all = coldList(leads.values(), loadOf, createRules(agreement), now);
  const shown = all.slice(0, most);
  const output = createOutput(stdout);
  if (json) {
    const rows = shown.map(({ since, territory = null, rep = null, ...one }) => ({
      ...one,
      email: leads.get(one.leadId)?.email ?? null,
      since: toIso(since),
      territory,
      rep,
    }));
    output.line(JSON.stringify({ coldList: 1, asOf: toIso(now), all: all.length, leads: rows }, null, 2));
  } else {
    output.line(`${counted(all.length, 'lead')} worth another call${all.length > most ? `, the best ${most}` : ''}`);
    for (const { leadId, was, score, since, territory, rep } of shown) {
      const caller = rep === undefined ? 'nobody has room' : (agreement.reps[rep]?.name ?? rep);
      output.line(`  ${String(score).padStart(6)}  ${nameOfLead(leads.get(leadId))}`);
      output.line(`          ${was}, since ${dayOf(since)}; ${territory ?? 'no territory'}: ${caller}`);
    }
  }
  await output.flush(true);
  return true;
};

/** Plays a feed and lists whom to call again at its end. */
export const listOfFeed = async (options: FeedOptions, stdout: Writable, terminal?: Terminal): Promise<boolean> => {
  const feed = watchedFeed(openFeed(options.events, terminal), terminal);
  try {
    const { until, seed } = options;
    const agreement = await readAgreement(options.agreement, new Date(feed.start ?? 0).getUTCFullYear());
    let last = feed.start ?? 0;
    const runtime = await play({
      agreement,
      feed,
      seed,
      ...(until === undefined ? {} : { until }),
      onFact: ({ time }) => {
        last = Math.max(last, Date.parse(time));
      },
    });
    return await tell(await documentsIn(runtime.store), until ?? last, options, stdout);
  } finally {
    feed.close();
  }
};

/** Lists whom to call again of those that the table of a deployed stack holds. Throws StackNotRead. */
export const listOfStack = async (stack: string, asked: Asked, stdout: Writable): Promise<boolean> =>
  tell(await withTable(stack, documentsIn), systemTime.now(), asked, stdout);

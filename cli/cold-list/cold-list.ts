import type { Writable } from 'node:stream';
import { randomIds } from '../../shared/adapters/node/random-ids.ts';
import { systemTime } from '../../shared/adapters/node/system-time.ts';
import { readAgreement } from '../../shared/agreement/read-agreement.ts';
import { suggestLeads } from '../../shared/application/suggesting/suggest-leads.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import { counted } from '../../shared/domain/language/counted.ts';
import { nameOfLead } from '../../shared/domain/lead/name-of-lead.ts';
import { createRules } from '../../shared/domain/rules.ts';
import { type ColdLead, coldList } from '../../shared/domain/suggestions/cold-list.ts';
import { type Instant, toIso } from '../../shared/domain/time/instant.ts';
import type { Clients } from '../explain/stack/open-table.ts';
import { openFeed } from '../feed.ts';
import { withTable } from '../forget/open-erasable.ts';
import { createOutput } from '../output.ts';
import type { Terminal } from '../progress.ts';
import { SILENT } from '../silent-observer.ts';
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

interface Listed {
  readonly agreement: Agreement;
  /** How many there are. */
  readonly all: number;
  readonly shown: readonly ColdLead[];
  readonly leads: HeldDocuments['leads'];
  /** Of those that are shown; absent where none was to be. */
  readonly suggested?: readonly ColdLead[];
}

const listIn = async ({ leads, loadOf }: HeldDocuments, now: Instant, { agreement: folder, most }: Asked) => {
  const agreement = await readAgreement(folder, new Date(now).getUTCFullYear());
  const all = coldList(leads.values(), loadOf, createRules(agreement), now);
  return { agreement, all: all.length, shown: all.slice(0, most), leads } satisfies Listed;
};

const tell = async (
  { agreement, all, shown, leads, suggested }: Listed,
  now: Instant,
  { json }: Asked,
  stdout: Writable,
): Promise<true> => {
  const output = createOutput(stdout);
  if (json) {
    const rows = shown.map(({ since, territory = null, rep = null, ...one }) => ({
      ...one,
      email: leads.get(one.leadId)?.email ?? null,
      since: toIso(since),
      territory,
      rep,
    }));
    const told = suggested === undefined ? {} : { suggested: suggested.map(({ leadId }) => leadId) };
    output.line(JSON.stringify({ coldList: 1, asOf: toIso(now), all, leads: rows, ...told }, null, 2));
  } else {
    output.line(`${counted(all, 'lead')} worth another call${all > shown.length ? `, the best ${shown.length}` : ''}`);
    for (const { leadId, was, score, since, territory, rep } of shown) {
      const caller = rep === undefined ? 'nobody has room' : (agreement.reps[rep]?.name ?? rep);
      output.line(`  ${String(score).padStart(6)}  ${nameOfLead(leads.get(leadId))}`);
      output.line(`          ${was}, since ${dayOf(since)}; ${territory ?? 'no territory'}: ${caller}`);
    }
    if (suggested !== undefined)
      output.line(`suggested ${suggested.length} of them; the others were within a month, or nobody has room`);
  }
  await output.flush(true);
  return true;
};

/** Plays a feed and lists whom to call again at its end. */
export const listOfFeed = async (options: FeedOptions, stdout: Writable, terminal?: Terminal): Promise<boolean> => {
  const feed = watchedFeed(openFeed(options.events, terminal), terminal);
  try {
    const { until, seed } = options;
    const agreement = await readAgreement(options.agreement, feed.years);
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
    const now = until ?? last;
    return await tell(await listIn(await documentsIn(runtime.store), now, options), now, options, stdout);
  } finally {
    feed.close();
  }
};

interface StackOptions extends Asked {
  /** Whether those who have room are told, by a fact for each lead. */
  readonly suggest: boolean;
}

/** Lists whom to call again of those that the table of a deployed stack holds. Throws StackNotRead. */
export const listOfStack = async (
  stack: string,
  options: StackOptions,
  stdout: Writable,
  clients?: Clients,
): Promise<boolean> => {
  const now = systemTime.now();
  const listed = await withTable(
    stack,
    async (store): Promise<Listed> => {
      const list = await listIn(await documentsIn(store), now, options);
      if (!options.suggest) return list;
      const rules = createRules(list.agreement);
      const ports = { store, rules, time: systemTime, ids: randomIds, observer: SILENT };
      return { ...list, suggested: await suggestLeads(list.shown, ports) };
    },
    clients,
  );
  return tell(listed, now, options, stdout);
};

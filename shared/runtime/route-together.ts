import { isOwned } from '../domain/lead/lead.ts';
import { anyHandFree } from '../domain/routing/availability.ts';
import { type LeadInLine, teamsFor } from '../domain/routing/choose-owner.ts';
import { accountDomain, loadOf } from '../domain/routing/desk.ts';
import { keysToRoute, routeLead } from '../domain/routing/route-lead.ts';
import type { Ports } from '../ports/ports.ts';
import type { Key, Write } from '../ports/store.ts';
import { leadWrite } from './commit-decision.ts';
import { loadDesk } from './load-desk.ts';
import { untilCommitted } from './retry.ts';

type Needs = Pick<Ports, 'store' | 'rules' | 'time' | 'ids' | 'observer'>;

interface InLine {
  readonly version: number;
  readonly lead: LeadInLine;
}

const loadInLine = async (ids: readonly string[], ports: Needs): Promise<readonly InLine[]> => {
  const keys = ids.map((id): Key<'lead'> => ({ type: 'lead', id }));
  const snapshot = await ports.store.load(keys);
  return keys
    .flatMap((key) => {
      const stored = snapshot.get(key);
      const lead = stored?.value;
      const inLine = lead !== undefined && (lead.stage === 'qualified' || lead.stage === 'waiting');
      return stored === undefined || !inLine ? [] : [{ version: stored.version, lead }];
    })
    .sort((a, b) => a.lead.qualification.at - b.lead.qualification.at || (a.lead.id < b.lead.id ? -1 : 1));
};

/** Loads the desk that these leads are decided on: accounts first, as an account's owner may be of no team. */
const loadDeskFor = async (leads: readonly InLine[], ports: Needs) => {
  const domains = leads.flatMap(({ lead }) =>
    [accountDomain(lead, ports.rules.agreement), lead.previous?.owner.account].filter((domain) => domain !== undefined),
  );
  const accounts = (await loadDesk(ports.store, [{ ledgers: [], loads: [], accounts: domains }])).desk.accounts;
  const accountFor = (lead: LeadInLine) => accounts[accountDomain(lead, ports.rules.agreement) ?? ''];
  return loadDesk(ports.store, [
    ...leads.map(({ lead }) => keysToRoute(lead, ports.rules, accountFor(lead))),
    { ledgers: [], loads: [], accounts: domains },
  ]);
};

/** Whether anybody of the territory's teams could take a lead now: asked before a line is gone through. */
const handsFree = async (line: string, ports: Needs): Promise<boolean> => {
  const { agreement } = ports.rules;
  const territory = agreement.territories.find(({ name }) => name === line);
  if (territory === undefined) return false;
  const members = teamsFor(territory, agreement.territories).flatMap(({ team }) => team.map(({ rep }) => rep));
  const now = ports.time.now();
  const { desk } = await loadDesk(ports.store, [{ ledgers: [], loads: [...new Set(members)], accounts: [] }]);
  const reps = members.map((rep) => agreement.reps[rep]);
  return anyHandFree(reps, (rep) => loadOf(desk, rep), now, now + agreement.sla.accept.withinMs);
};

/**
 * Decides leads that are in line together, oldest first, on one desk, in one commit. Whoever else decided
 * on the same desk meanwhile makes it a conflict, and it is decided again. Answers how many got an owner.
 */
const decideTogether = (ids: readonly string[], cause: string, ports: Needs, behind: boolean): Promise<number> =>
  untilCommitted('a routing', ports, async () => {
    const leads = await loadInLine(ids, ports);
    if (leads.length === 0) return 0;
    const now = ports.time.now();
    const loaded = await loadDeskFor(leads, ports);
    let { desk } = loaded;
    const writes: Write[] = [];
    let assigned = 0;
    for (const { version, lead } of leads) {
      const routing = routeLead(lead, desk, ports.rules, now, behind);
      desk = routing.desk;
      if (isOwned(routing.lead)) assigned += 1;
      if (routing.lead !== lead) writes.push(leadWrite(version, lead, routing, { id: cause }, now));
    }
    if (writes.length === 0) return 0;
    const result = await ports.store.commit([...writes, ...loaded.writes(desk)]);
    return result === 'conflict' ? result : assigned;
  });

/** Leads decided in one commit; a transaction holds a hundred items. */
const TOGETHER = 12;

/** How far into a line we look for one whom a free hand can serve. */
const LINE_DEPTH = 48;

/** Serves a line, oldest first, for as long as somebody in it finds an owner. Answers who stood at its head. */
export const drainLine = async (territory: string, cause: string, ports: Needs): Promise<readonly string[]> => {
  for (;;) {
    const waiting = await ports.store.waiting(territory, LINE_DEPTH);
    let assigned = 0;
    for (let first = 0; first < waiting.length && (await handsFree(territory, ports)); first += TOGETHER) {
      assigned += await decideTogether(waiting.slice(first, first + TOGETHER), cause, ports, false);
    }
    if (assigned === 0) return waiting;
  }
};

/** Routes one lead; `head` is who stands at the head of its line, if it has one. */
export const routeOne = async (leadId: string, head: readonly string[], cause: string, ports: Needs): Promise<void> => {
  const behind = head.length >= LINE_DEPTH && !head.includes(leadId);
  await decideTogether([leadId], cause, ports, behind);
};

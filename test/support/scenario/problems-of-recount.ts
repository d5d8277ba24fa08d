import type { MemoryStore } from '../../../shared/adapters/memory/memory-store.ts';
import type { Agreement } from '../../../shared/domain/agreement/agreement.ts';
import type { Documents, DocumentType } from '../../../shared/domain/documents.ts';
import type { Recount } from './recount.ts';

/** What is kept, and what the facts come to. */
export interface Kept {
  readonly store: MemoryStore;
  readonly agreement: Agreement;
  readonly recount: Recount;
  /** The company whose account the lead of an address is; of free mail none. */
  readonly companyOf: (email: string) => string | undefined;
}

const documentOf = async <T extends DocumentType>(
  store: MemoryStore,
  type: T,
  id: string,
): Promise<Documents[T] | undefined> => {
  const key = { type, id };
  return (await store.load([key])).get(key)?.value;
};

const differ = (what: string, kept: unknown, counted: unknown): readonly string[] => {
  const [is, shouldBe] = [JSON.stringify(kept), JSON.stringify(counted)];
  return is === shouldBe ? [] : [`${what}: kept ${is}, counted ${shouldBe}`];
};

/** Open leads, those to accept, leads of the day and absences. */
export const problemsOfReps = async ({ store, agreement, recount }: Kept): Promise<readonly string[]> => {
  const problems: string[] = [];
  for (const id of Object.keys(agreement.reps)) {
    const load = await documentOf(store, 'rep', id);
    const open = recount.open.filter(({ rep }) => rep === id).length;
    const toAccept = [...recount.leads]
      .filter(([, { owner }]) => owner?.rep === id && owner.stage === 'assigned')
      .map(([leadId]) => leadId);
    problems.push(
      ...differ(`open leads of ${id}`, load?.open ?? 0, open),
      ...differ(`leads that ${id} has to accept`, (load?.unanswered ?? []).toSorted(), toAccept.toSorted()),
      ...differ(`leads of ${id} on one day`, load?.today ?? 0, recount.days.get(`${id} ${load?.day}`) ?? 0),
      ...differ(`the absence of ${id}`, load?.absence?.why, recount.absences.get(id)),
    );
  }
  return problems;
};

export const problemsOfLedgers = async ({ store, agreement, recount }: Kept): Promise<readonly string[]> => {
  const problems: string[] = [];
  for (const { name } of agreement.territories) {
    const ledger = await documentOf(store, 'ledger', name);
    for (const id of Object.keys(agreement.reps)) {
      const { leads = 0, value = 0 } = ledger?.shares[id] ?? {};
      const counted = recount.received.get(`${name} ${id}`) ?? { leads: 0, value: 0 };
      problems.push(...differ(`${id} in ${name}`, { leads, value }, counted));
    }
  }
  return problems;
};

export const problemsOfAccounts = async ({ store, recount, companyOf }: Kept): Promise<readonly string[]> => {
  const leads = [...store.leads()].map((lead) => ({ id: lead.id, stage: lead.stage, company: companyOf(lead.email) }));
  const problems: string[] = [];
  for (const company of new Set(leads.map((lead) => lead.company))) {
    if (company === undefined) continue;
    const account = await documentOf(store, 'account', company);
    const ids = leads.filter((lead) => lead.company === company).map(({ id }) => id);
    const open = recount.open.filter(({ leadId }) => ids.includes(leadId));
    const waiting = leads.filter(({ id, stage }) => ids.includes(id) && stage === 'waiting').map(({ id }) => id);
    const forgotten = waiting.filter((id) => !account?.waiting?.includes(id));
    const served = open.filter(({ leadId }) => account?.waiting?.includes(leadId));
    problems.push(
      ...differ(`open leads of ${company}`, account?.open ?? [], open),
      ...differ(
        `the last owner of ${company}`,
        account?.lastOwner,
        recount.owners.findLast(({ leadId }) => ids.includes(leadId))?.rep,
      ),
      ...differ(`leads of ${company} that wait and are not among those remembered`, forgotten, []),
      ...differ(`leads of ${company} with an owner that are remembered as waiting`, served, []),
    );
  }
  return problems;
};

import { readAgreement } from '../shared/agreement/read-agreement.ts';
import { leadWrite } from '../shared/application/documents/commit-decision.ts';
import type { Agreement } from '../shared/domain/agreement/agreement.ts';
import { newLead } from '../shared/domain/capture/record-behaviour.ts';
import type { Rules } from '../shared/domain/rules.ts';
import type { Store } from '../shared/ports/store.ts';
import { writeBenchAgreement } from './agreement.ts';
import { hotLead } from './hot-lead.ts';
import { checkOwners, type Shares, sharesOf } from './owners.ts';

const TERRITORY = 'World';
/** Reps at work at every hour, who take as many leads as they get. */
const WEIGHTS = [4, 3, 2, 2, 1, 1, 1, 1, 0.5, 0.5];
/** With its facts a lead takes five of the hundred items of a transaction. */
const SEEDED_TOGETHER = 15;

/** One team for all the world; `sla` is what sla.yaml holds in place of the benchmark's own. */
export const compileOneTeam = (folder: string, sla?: object): Promise<Agreement> => {
  const reps = WEIGHTS.map((_, index) => {
    const [id, hours] = [`rep-${index}`, { 'mon-sun': ['00:00-24:00'] }];
    return { id, name: `Rep ${index}`, email: `${id}@example.com`, timeZone: 'Europe/Berlin', hours };
  });
  const team = WEIGHTS.map((weight, index) => ({ rep: `rep-${index}`, weight }));
  writeBenchAgreement(folder, {
    territories: [{ name: TERRITORY, team }],
    reps,
    ...(sla === undefined ? {} : { sla }),
  });
  return readAgreement(folder);
};

/** Hot leads that nobody has routed yet, as score-lead leaves them. */
export const seedHotLeads = async (store: Store, rules: Rules, count: number): Promise<readonly string[]> => {
  const now = Date.now();
  const writes = Array.from({ length: count }, (_, index) => {
    const [id, company] = [
      `lead-${index}`,
      { 'company.name': `Company ${index}`, 'company.domain': `c${index}.example` },
    ];
    const decision = hotLead(id, { ...company, 'location.country': 'DE' }, rules, now + index);
    const before = { version: 0, lead: newLead(id, decision.lead.email) };
    return leadWrite({ before, decision, cause: { id: `demo-${index}` }, now: now + index });
  });
  for (let first = 0; first < count; first += SEEDED_TOGETHER) {
    const result = await store.commit(writes.slice(first, first + SEEDED_TOGETHER));
    if (result !== 'ok') throw new Error('The leads of the benchmark could not be written');
  }
  return writes.map(({ key }) => key.id);
};

/** Throws where a lead has not exactly one owner, or the shares are other than that or further apart than they may be. */
export const sharesIn = async (store: Store, ids: readonly string[], agreement: Agreement): Promise<Shares> => {
  await checkOwners(store, ids, Object.keys(agreement.reps));
  const shares = await sharesOf(store, TERRITORY, agreement.territories[0]?.team ?? []);
  const shared = [...shares.leads.values()].reduce((sum, leads) => sum + leads, 0);
  if (shared !== ids.length) throw new Error(`The ledger has ${shared} leads of ${ids.length}`);
  return shares;
};

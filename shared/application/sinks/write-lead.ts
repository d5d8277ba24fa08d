import { readTrigger } from '../../contracts/events/read-fact.ts';
import { retryAfterMs } from '../../contracts/http/retry-after.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { type CrmFields, crmFields, crmStateOf, isTold } from '../../domain/sink/crm-state.ts';
import type { CrmSink, HubspotSink, SalesforceSink } from '../../domain/sink/sink.ts';
import type { Written } from '../../domain/sink/written.ts';
import { DAY_MS, MINUTE_MS } from '../../domain/time/durations.ts';
import type { DecisionPorts } from '../../ports/ports.ts';
import type { Stored } from '../../ports/store.ts';
import { findLead } from '../documents/find-lead.ts';
import { type Crm, CrmFailed, type CrmPerson, CrmRefused, type CrmWrite } from './crm.ts';
import { type CrmPorts, hubspotCrm } from './hubspot-crm.ts';
import { type OwnerIdOf, ownerIds } from './owner-ids.ts';
import { salesforceCrm } from './salesforce-crm.ts';
import { BUSY, DONE, later, type SinkPorts, type Tell, type Told } from './sink-handler.ts';

export interface WritingPorts extends SinkPorts, CrmPorts, Pick<DecisionPorts, 'store' | 'rules'> {}

/** As long as the function may run: whoever has claimed a lead for longer is there no more. */
const CLAIM_MS = MINUTE_MS;

/** A lead that nothing was written of for so long is written once more when something happens. */
const KEPT_MS = 90 * DAY_MS;

/** By then a CRM has whoever filled in a form, if it ever will. */
const ATTEMPTS_TO_FIND = 4;

/** Written for one sink; nothing was told it yet where there is no document. */
const NOTHING: Written = { fields: {}, sequence: 0, at: 0 };

/** Salesforce's own form of an id of a Lead. */
const RECORD_ID = /^00Q[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?$/;

const personOf = ({ email, fields }: Lead, sink: CrmSink): CrmPerson => {
  const address = fields['person.email'];
  const id = sink.kind === 'salesforce' ? fields[sink.idField] : undefined;
  return {
    // As it was written: the identity leaves out what does not tell people apart, and a CRM does not.
    email: typeof address === 'string' ? address : email,
    ...(typeof id === 'string' && RECORD_ID.test(id) ? { recordId: id } : {}),
  };
};

/** What is written, and where, of a lead as it is now. */
interface Wish {
  /** Nobody there has the owner's address: they may be added yet. */
  readonly lacksOwner: boolean;
  readonly fields: CrmFields;
  readonly person: CrmPerson;
  readonly sequence: number;
}

interface Tools {
  readonly hubspot: Crm<HubspotSink>;
  readonly salesforce: Crm<SalesforceSink>;
  readonly ownerIdOf: OwnerIdOf;
  readonly ports: WritingPorts;
}

const ownerOf = (rep: string | undefined, sink: CrmSink, { hubspot, salesforce, ownerIdOf }: Tools) =>
  sink.kind === 'hubspot' ? ownerIdOf(rep, sink, hubspot) : ownerIdOf(rep, sink, salesforce);

const writeBy = ({ person, fields }: Wish, sink: CrmSink, { hubspot, salesforce }: Tools): Promise<CrmWrite> =>
  sink.kind === 'hubspot' ? hubspot.write(person, fields, sink) : salesforce.write(person, fields, sink);

/** Undefined where there is nothing to say of the lead. */
const wishOf = async (leadId: string, sink: CrmSink, tools: Tools): Promise<Wish | undefined> => {
  const found = await findLead(tools.ports.store, leadId);
  const state = found && crmStateOf(found.lead);
  if (found === undefined || state === undefined) return undefined;
  const isWritten = sink.properties.owner !== undefined;
  const owner = isWritten ? await ownerOf(state.rep, sink, tools) : undefined;
  const lacksOwner = isWritten && state.rep !== undefined && owner === undefined;
  const { sequence } = found.lead;
  return { fields: crmFields(sink, state, owner), lacksOwner, person: personOf(found.lead, sink), sequence };
};

type WrittenKey = Stored<'written'>['key'];

/** Claims the lead, writes, and keeps what was written: two that write the same lead at once would not know who was last. */
const writeClaimed = async (
  wish: Wish,
  sink: CrmSink,
  { key, before }: { readonly key: WrittenKey; readonly before: Stored<'written'> | undefined },
  tools: Tools,
): Promise<CrmWrite | 'busy'> => {
  const { store, time } = tools.ports;
  const { value = NOTHING, version = 0 } = before ?? {};
  const { busyUntil: _, ...last } = value;
  const keep = (expectedVersion: number, next: Written) =>
    store.commit([{ key, expectedVersion, value: next, expiresAt: time.now() + KEPT_MS }]);
  // What is there is not known until there is an answer: whoever comes after one that was lost writes again.
  const unknown = { ...last, fields: {} };
  if ((await keep(version, { ...unknown, busyUntil: time.now() + CLAIM_MS })) === 'conflict') return 'busy';
  try {
    const result = await writeBy(wish, sink, tools);
    const done = { fields: { ...value.fields, ...wish.fields }, sequence: wish.sequence, at: time.now() };
    await keep(version + 1, result === 'written' ? done : last);
    return result;
  } catch (error) {
    await keep(version + 1, error instanceof CrmRefused ? last : unknown);
    throw error;
  }
};

const toldOf = (result: CrmWrite | 'busy', sink: CrmSink, attempt: number, { counts }: WritingPorts): Told => {
  switch (result) {
    case 'busy':
      return BUSY;
    case 'written':
      counts.count('SinkTold', sink.name);
      return DONE;
    case 'unknown':
      if (attempt < ATTEMPTS_TO_FIND) return later('UNKNOWN');
      counts.count('SinkUnknown', sink.name);
      return DONE;
  }
};

/** All but the owner is told: whether they are there by now is asked again for a while. */
const ofNobody = (told: Told, sink: CrmSink, attempt: number, { counts }: WritingPorts): Told => {
  if (told.result !== 'done') return told;
  if (attempt < ATTEMPTS_TO_FIND) return later('NO_OWNER');
  counts.count('SinkUnknown', sink.name);
  return DONE;
};

const failed = (error: unknown, sink: CrmSink, { counts, time }: WritingPorts): Told => {
  if (error instanceof CrmFailed) return later(`ANSWERED_${error.status}`, retryAfterMs(error.retryAfter, time.now()));
  if (!(error instanceof CrmRefused)) throw error;
  counts.count('SinkRefused', sink.name);
  return later(`REFUSED_${error.status}`);
};

/**
 * Writes into a CRM what is true of a lead now, whatever fact tells of it: one that comes late overwrites nothing, and one that
 * comes again writes nothing.
 */
export const writeLead = (ports: WritingPorts): Tell<CrmSink> => {
  const tools: Tools = {
    hubspot: hubspotCrm(ports),
    salesforce: salesforceCrm(ports),
    ownerIdOf: ownerIds(ports),
    ports,
  };
  return async (sink, { body, attempt }) => {
    const { leadId } = readTrigger(body);
    const key = { type: 'written', id: `${sink.name} ${leadId}` } as const;
    try {
      // Before the lead: whoever writes meanwhile changes it, and then the lead that is loaded here may be too old.
      const before = (await ports.store.load([key])).get(key);
      const wish = await wishOf(leadId, sink, tools);
      if (wish === undefined) return DONE;
      if ((before?.value.busyUntil ?? 0) > ports.time.now()) return BUSY;
      const told = isTold(before?.value.fields ?? {}, wish.fields)
        ? DONE
        : toldOf(await writeClaimed(wish, sink, { key, before }, tools), sink, attempt, ports);
      return wish.lacksOwner ? ofNobody(told, sink, attempt, ports) : told;
    } catch (error) {
      return failed(error, sink, ports);
    }
  };
};

import type { CrmProperty } from '../vocabulary/crm-properties.ts';
import type { CrmStage } from '../vocabulary/crm-stages.ts';
import type { FactType } from '../vocabulary/fact-types.ts';
import { CRM_KINDS } from '../vocabulary/sink-kinds.ts';

/** A sink of sinks.yaml, as functions read it. */
export type Sink = WebhookSink | CrmSink | TeamsSink;
export type CrmSink = HubspotSink | SalesforceSink;

interface SinkBase {
  /** Tells it from the others; its secret is kept under it. */
  readonly name: string;
}

export interface WebhookSink extends SinkBase {
  readonly kind: 'webhook';
  readonly url: string;
  readonly facts: readonly FactType[];
}

interface CrmBase extends SinkBase {
  readonly apiBase: string;
  /** The CRM's own names of what is written; what has none is not. */
  readonly properties: Readonly<Partial<Record<CrmProperty, string>>>;
  /** The CRM's own words for stages; a stage without one is not written. */
  readonly stages: Readonly<Partial<Record<CrmStage, string>>>;
  /** By rep, their ids with the CRM; who is not here is looked for by e-mail. */
  readonly reps: Readonly<Record<string, string>>;
  /** The owner of a lead that nobody owns; absent: whoever the CRM says stays. */
  readonly nobody?: string;
}

export interface HubspotSink extends CrmBase {
  readonly kind: 'hubspot';
}

export interface SalesforceSink extends CrmBase {
  readonly kind: 'salesforce';
  /** The field of a lead that holds the id of its record; where it is empty, the record is looked for by e-mail. */
  readonly idField: string;
}

export interface TeamsSink extends SinkBase {
  readonly kind: 'teams';
  /** Who gets cards; where, is kept with the secrets. */
  readonly reps: readonly string[];
}

export const isWebhook = (sink: Sink): sink is WebhookSink => sink.kind === 'webhook';
export const isTeams = (sink: Sink): sink is TeamsSink => sink.kind === 'teams';
export const isCrm = (sink: Sink): sink is CrmSink => CRM_KINDS.some((kind) => kind === sink.kind);

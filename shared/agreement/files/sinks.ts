import * as z from 'zod';
import { CRM_PROPERTIES } from '../../domain/vocabulary/crm-properties.ts';
import { CRM_STAGES } from '../../domain/vocabulary/crm-stages.ts';
import { FACT_TYPES } from '../../domain/vocabulary/fact-types.ts';
import { SINK_KINDS } from '../../domain/vocabulary/sink-kinds.ts';
import { choice } from './choice.ts';
import { formed, leadField, systemName, webAddress } from './values.ts';

const named = z.string().min(1, 'must not be empty');

/** As CRMs name what they hold. */
const property = formed(/^[A-Za-z]\w{0,99}$/, "expected the CRM's own name of a property");

const crm = {
  name: systemName,
  properties: z.partialRecord(choice(CRM_PROPERTIES), property).exactOptional(),
  stages: z.partialRecord(choice(CRM_STAGES), named).default({}),
  reps: z.record(z.string(), named).default({}),
  nobody: named.exactOptional(),
};

const webhook = z.strictObject({
  name: systemName,
  kind: z.literal('webhook'),
  url: webAddress,
  facts: z.array(choice(FACT_TYPES)).min(1, 'must not be empty').exactOptional(),
});

const hubspot = z.strictObject({ ...crm, kind: z.literal('hubspot'), apiBase: webAddress.exactOptional() });

const salesforce = z.strictObject({
  ...crm,
  kind: z.literal('salesforce'),
  apiBase: webAddress,
  id: leadField.default('fields.salesforceId'),
});

const teams = z.strictObject({
  name: systemName,
  kind: z.literal('teams'),
  reps: z.array(z.string()).min(1, 'must not be empty'),
});

const OTHER_KIND = `expected ${SINK_KINDS.join(', ')}`;

const sink = z.discriminatedUnion('kind', [webhook, hubspot, salesforce, teams], { error: OTHER_KIND });

/** sinks.yaml: which systems are told what becomes of leads. The file may be missing. */
export const sinksFile = z.strictObject({ sinks: z.array(sink).default([]) });

export type SinksFile = z.infer<typeof sinksFile>;

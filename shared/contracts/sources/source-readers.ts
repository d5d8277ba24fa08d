import type { SourceKind } from '../../domain/vocabulary/source-kinds.ts';
import { calendly } from './kinds/calendly.ts';
import { googleAds } from './kinds/google-ads.ts';
import { hubspot } from './kinds/hubspot.ts';
import { hubspotWorkflow } from './kinds/hubspot-workflow.ts';
import { intercom } from './kinds/intercom.ts';
import { linkedin } from './kinds/linkedin.ts';
import { meta } from './kinds/meta.ts';
import { form, json, marketo } from './kinds/plain.ts';
import { salesforceCdc } from './kinds/salesforce-cdc.ts';
import { salesforceOutbound } from './kinds/salesforce-outbound.ts';
import { segment } from './kinds/segment.ts';
import { typeform } from './kinds/typeform.ts';
import { unbounce } from './kinds/unbounce.ts';
import { webflow } from './kinds/webflow.ts';
import { wordpress } from './kinds/wordpress.ts';
import type { SourceReader } from './source.ts';

/** How each kind of source tells of leads; Slack tells of none, it answers. */
export const SOURCE_READERS: Readonly<Record<Exclude<SourceKind, 'slack'>, SourceReader>> = {
  json,
  form,
  typeform,
  unbounce,
  webflow,
  wordpress,
  'google-ads': googleAds,
  hubspot,
  'hubspot-workflow': hubspotWorkflow,
  meta,
  linkedin,
  calendly,
  intercom,
  marketo,
  segment,
  'salesforce-cdc': salesforceCdc,
  'salesforce-outbound': salesforceOutbound,
};

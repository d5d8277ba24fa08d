import { hubspotOwners } from '../../contracts/sinks/crm-answers.ts';
import { SINK_SECRETS } from '../../contracts/sinks/sink-secrets.ts';
import type { HubspotSink } from '../../domain/sink/sink.ts';
import type { SecretStore } from '../../ports/secret-store.ts';
import type { WebAnswer, WebCall, WebCalls } from '../../ports/web-calls.ts';
import { isOk } from './answer-status.ts';
import { type Crm, CrmRefused, failureOf } from './crm.ts';

export interface CrmPorts {
  readonly calls: WebCalls;
  readonly secrets: SecretStore;
}

/** HubSpot, by the token of a private app. */
export const hubspotCrm = ({ calls, secrets }: CrmPorts): Crm<HubspotSink> => {
  const call = async (sink: HubspotSink, { url, ...rest }: WebCall): Promise<WebAnswer> => {
    const kept = SINK_SECRETS.hubspot.safeParse(await secrets.read(`sinks/${sink.name}`));
    if (!kept.success) throw new CrmRefused(sink.name, 401);
    const headers = { authorization: `Bearer ${kept.data.apiToken}`, 'content-type': 'application/json' };
    return calls.call({ ...rest, url: `${sink.apiBase}${url}`, headers });
  };
  return {
    ownerOf: async (email, sink) => {
      const answer = await call(sink, { method: 'GET', url: `/crm/v3/owners?email=${encodeURIComponent(email)}` });
      if (!isOk(answer)) throw failureOf(sink, answer);
      return hubspotOwners.parse(JSON.parse(answer.body)).results[0]?.id;
    },
    write: async ({ email }, properties, sink) => {
      const answer = await call(sink, {
        method: 'PATCH',
        url: `/crm/v3/objects/contacts/${encodeURIComponent(email)}?idProperty=email`,
        body: JSON.stringify({ properties }),
      });
      if (answer.status === 404) return 'unknown';
      if (!isOk(answer)) throw failureOf(sink, answer);
      return 'written';
    },
  };
};

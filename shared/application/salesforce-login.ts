import { salesforceToken } from '../contracts/sinks/crm-answers.ts';
import type { WebAnswer, WebCalls } from '../ports/web-calls.ts';

/** Of a connected app with the flow of client credentials. */
export interface SalesforceClient {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What Salesforce answers to a client: its token, or what it says instead. */
export const salesforceLogin = async (
  calls: WebCalls,
  apiBase: string,
  { clientId, clientSecret }: SalesforceClient,
): Promise<{ readonly token: string } | { readonly refused: WebAnswer }> => {
  const answer = await calls.call({
    method: 'POST',
    url: `${apiBase}/services/oauth2/token`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    }).toString(),
  });
  const isOk = answer.status >= 200 && answer.status < 300;
  return isOk ? { token: salesforceToken.parse(JSON.parse(answer.body)).access_token } : { refused: answer };
};

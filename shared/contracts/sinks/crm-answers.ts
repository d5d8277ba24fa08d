import * as z from '../zod.ts';

const id = z.string().check(z.minLength(1));

/** `GET /crm/v3/owners` of HubSpot. */
export const hubspotOwners = z.object({ results: z.array(z.object({ id })) });

/** `POST /services/oauth2/token` of Salesforce. */
export const salesforceToken = z.object({ access_token: id });

/** `GET /services/data/vNN.0/query` of Salesforce. */
export const salesforceRecords = z.object({ records: z.array(z.object({ Id: id })) });

const salesforceErrors = z.array(z.object({ errorCode: z.string() }));

/** What Salesforce says it cannot do; empty where it says nothing that can be read. */
export const salesforceErrorCodes = (body: string): readonly string[] => {
  try {
    return (salesforceErrors.safeParse(JSON.parse(body)).data ?? []).map(({ errorCode }) => errorCode);
  } catch {
    return [];
  }
};

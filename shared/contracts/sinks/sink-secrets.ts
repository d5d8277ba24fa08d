import * as z from '../zod.ts';

const text = z.string().check(z.minLength(1));

/** Standard Webhooks: base64 after its beginning, so that nobody takes it for anything else. */
const signing = z.string().check(z.regex(/^whsec_[A-Za-z0-9+/]{8,}={0,2}$/, 'expected whsec_ and base64'));

/** What is kept of each kind of sink where secrets are kept. */
export const SINK_SECRETS = {
  /** Both sign while one takes the other's place; the newest first. */
  webhook: z.object({ secrets: z.array(signing).check(z.minLength(1), z.maxLength(2)) }),
  /** Of a private app. */
  hubspot: z.object({ apiToken: text }),
  /** Of a connected app with the flow of client credentials. */
  salesforce: z.object({ clientId: text, clientSecret: text }),
};

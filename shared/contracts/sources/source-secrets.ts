import * as z from '../zod.ts';

const text = z.string().check(z.minLength(1));

/** What is kept of one source where secrets are kept. */
export const sourceSecrets = z.object({
  /** In its address; two while one takes the other's place. */
  token: z.union([text, z.array(text).check(z.minLength(1), z.maxLength(2))]),
  /** What requests are signed with; the newest first. None: the token is all. */
  secrets: z._default(z.array(text), []),
  /** For what is fetched. */
  apiToken: z.exactOptional(text),
  /** A date, as who put it has said. */
  apiTokenUntil: z.exactOptional(text),
  /** The same where Salesforce gives a token for each hour: of a connected app with the flow of client credentials. */
  clientId: z.exactOptional(text),
  clientSecret: z.exactOptional(text),
  /** Of a handshake. */
  verifyToken: z.exactOptional(text),
});

export type SourceSecrets = z.output<typeof sourceSecrets>;

export const allSourceSecrets = z.record(z.string(), sourceSecrets);

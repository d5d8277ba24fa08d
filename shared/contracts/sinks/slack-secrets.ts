import * as z from '../zod.ts';

/** On this machine a Slack that is pretended may have it. */
const base = z
  .string()
  .check(
    z.regex(
      /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/]).*\/$/,
      'expected an address that begins with https:// and ends with "/"',
    ),
  );

const TOKEN = 'expected the token of the bot, which begins with "xox"';
const SECRETS = 'expected a list of the signing secret';

/** What is kept of our app in Slack. */
export const slackSecrets = z.object({
  /** Of its bot. */
  apiToken: z.string(TOKEN).check(z.startsWith('xox', TOKEN)),
  /** What Slack signs requests with; two while one takes the other's place. */
  secrets: z.array(z.string().check(z.minLength(1)), SECRETS).check(z.minLength(1, SECRETS), z.maxLength(2)),
  /** Where the API of another Slack is, such as GovSlack. */
  apiBase: z.exactOptional(base),
});

export type SlackSecrets = z.output<typeof slackSecrets>;

/** Where it is kept, below the deployment's own place. */
export const SLACK_SECRET = 'sinks/slack';

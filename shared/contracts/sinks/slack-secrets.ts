import * as z from '../zod.ts';

const text = z.string().check(z.minLength(1));

/** What is kept of our app in Slack. */
export const slackSecrets = z.object({
  botToken: text,
  /** What Slack signs requests with; two while one takes the other's place. */
  signingSecrets: z.array(text).check(z.minLength(1), z.maxLength(2)),
});

export type SlackSecrets = z.output<typeof slackSecrets>;

/** Where it is kept, below the deployment's own place. */
export const SLACK_SECRET = 'sinks/slack';

/** Ways to send a message to a rep, in the order of preference where a rep names none. */
export const CHANNELS = ['sms', 'email', 'slack'] as const;

export type Channel = (typeof CHANNELS)[number];

/** As people read them. */
export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = { sms: 'SMS', email: 'e-mail', slack: 'Slack' };

/** Where a rep can be reached. */
export interface Addresses {
  readonly email: string;
  /** E.164. */
  readonly phone?: string;
  /** The id of the member in Slack, such as `U0123ABCD`. */
  readonly slack?: string;
}

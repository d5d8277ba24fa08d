import type { SlackMessage } from './slack.ts';

/** Where a message stands in Slack. */
export interface Posted {
  readonly channel: string;
  readonly ts: string;
}

/** The id of a message in facts. That about one lead names its place, so that it can be written anew. */
export const messageIdOf = ({ channel, ts }: Posted, about: SlackMessage['about']): string =>
  about === 'one' ? `${channel}:${ts}` : ts;

const PLACE = /^([A-Z0-9]+):([\d.]+)$/;

/** Undefined for a message about several leads, which the end of one of them leaves as it is. */
export const postedOf = (messageId: string): Posted | undefined => {
  const [, channel, ts] = PLACE.exec(messageId) ?? [];
  return channel === undefined || ts === undefined ? undefined : { channel, ts };
};

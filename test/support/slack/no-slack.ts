import type { SlackAccess } from '../../../shared/adapters/slack/slack-api.ts';

/** For those who send nothing there. */
export const NO_SLACK: SlackAccess = {
  time: { now: () => 0 },
  secrets: { read: async () => undefined },
  calls: {
    call: async () => {
      throw new Error('Slack was called');
    },
  },
};

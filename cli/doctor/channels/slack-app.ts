import type { Rep } from '../../../shared/domain/agreement/agreement.ts';
import { counted } from '../../../shared/domain/language/counted.ts';
import type { Facts } from '../facts.ts';
import { DOCTOR_PAGE, type Finding } from '../finding.ts';

/** What stands in the way of all messages in Slack; whom that leaves unreached is told for each rep. */
export const diagnoseSlack = (reps: readonly Rep[], { slack }: Facts): readonly Finding[] => {
  const those = reps.filter(({ channels }) => channels.includes('slack'));
  if (those.length === 0 || !('answer' in slack) || slack.answer.mayWrite) return [];
  return [
    {
      severity: 'warning',
      check: 'slack-app',
      says: `Slack takes no token of ours: ${counted(those.length, 'rep')} would be told there, and are told by other channels instead`,
      todo: 'Install the app in Slack and put its token: golden-hour secrets put sinks/slack',
      see: `${DOCTOR_PAGE}#slack`,
    },
  ];
};

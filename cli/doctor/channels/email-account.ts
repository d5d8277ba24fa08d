import type { Rep } from '../../../shared/domain/agreement/agreement.ts';
import type { EmailReach } from '../../../shared/domain/alert/reach/account.ts';
import type { Facts } from '../facts.ts';
import type { Check, Finding } from '../finding.ts';

const PAGE = 'docs/email-by-ses.md';

const warning = (check: Check, says: string, todo: string, heading: string): Finding => ({
  severity: 'warning',
  check,
  says,
  todo,
  see: `${PAGE}#${heading}`,
});

const ofSes = (reps: readonly Rep[], account: EmailReach & { readonly by: 'ses' }): readonly Finding[] => {
  const { identity, isVerified, isPaused, sandbox } = account;
  const readers = reps.filter(({ channels }) => channels.includes('email'));
  const verified = readers.filter(({ id }) => sandbox.on && sandbox.verified.has(id)).length;
  return [
    ...(isVerified
      ? []
      : [
          warning(
            'email-identity',
            `SES may not send from ${identity}: it is not verified in this account and region`,
            'Verify the identity',
            'verify-an-identity',
          ),
        ]),
    ...(isPaused
      ? [
          warning(
            'email-paused',
            'SES sends no mail of this account for now',
            'Look why in the SES console, and have AWS let it send again',
            'when-sending-is-paused',
          ),
        ]
      : []),
    ...(sandbox.on
      ? [
          warning(
            'email-sandbox',
            `The account's mails are in the sandbox of SES, which sends to verified addresses alone: ${verified} of ${readers.length} are verified`,
            'Ask AWS to move the account out of the sandbox',
            'leave-the-sandbox',
          ),
        ]
      : []),
  ];
};

/** What stands in the way of all e-mail by SES; whom that leaves unreached is told for each rep. */
export const diagnoseEmail = (reps: readonly Rep[], { email }: Facts): readonly Finding[] =>
  'answer' in email && email.answer.by === 'ses' ? ofSes(reps, email.answer) : [];

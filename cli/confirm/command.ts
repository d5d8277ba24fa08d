import * as z from 'zod';
import { quietClients } from '../aws/ask-stack.ts';
import { command } from '../command-line/command.ts';
import { argument } from '../command-line/parameter.ts';
import { STACK } from '../options.ts';
import { readConfirmation } from './confirmation-link.ts';

const LINK = argument(
  'the link of the mail that asks for confirmation, in quotes',
  z.string().transform((text, { addIssue }) => {
    const confirmation = readConfirmation(text);
    if (confirmation !== undefined) return confirmation;
    addIssue('is no link with a TopicArn and a Token; give that of "Confirm subscription", in quotes');
    return z.NEVER;
  }),
);

export const confirm = command({
  name: 'confirm',
  summary: "confirms a rep's e-mail so that no click on a link can end it",
  details:
    'The rep forwards the mail "AWS Notification - Subscription Confirmation" without following its link. From then on only the account can end the subscription. The exit code is 1 if the link is of another stack or not good any more, 2 if the stack cannot be reached.',
  takes: { link: LINK, stack: STACK },
  examples: [
    {
      line: "golden-hour confirm 'https://sns.eu-central-1.amazonaws.com/confirmation.html?TopicArn=arn:aws:sns:eu-central-1:123456789012:Ana&Token=2336412f37'",
      does: 'confirms the address that the mail was sent to',
    },
  ],
  run: async ({ link, stack }, streams) => {
    quietClients();
    const { confirmInStack } = await import('./confirm.ts');
    return confirmInStack({ confirmation: link, stack }, streams);
  },
});

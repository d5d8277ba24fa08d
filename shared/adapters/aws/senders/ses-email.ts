import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { mailTags } from '../../../contracts/email/mail-tags.ts';
import type { EmailWay } from '../../../contracts/env/email.ts';
import { mailHtml } from '../../../domain/mail/mail-html.ts';
import type { Sender } from './sender.ts';

/** Readers see it in place of the address. */
const SENDER_NAME = 'Golden Hour';

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

/**
 * Straight to the address, as HTML and as plain text. SES refuses at once what it knows that it may not send; of what comes
 * back it tells hear-bounce, by the id and the tags that the mail has here.
 */
export const createSesSender =
  (
    client: SESv2Client,
    { from, configurationSet }: Pick<EmailWay & { by: 'ses' }, 'from' | 'configurationSet'>,
  ): Sender<'email'> =>
  async ({ to, subject, text, body, ...about }) => {
    // A header is one line. Subjects are, but this is the last who can see to it.
    const line = subject.replace(/\p{Cc}+/gu, ' ');
    const { MessageId = '' } = await client.send(
      new SendEmailCommand({
        FromEmailAddress: `${SENDER_NAME} <${from}>`,
        Destination: { ToAddresses: [to] },
        ConfigurationSetName: configurationSet,
        EmailTags: Object.entries(mailTags(about)).map(([Name, Value]) => ({ Name, Value })),
        Content: { Simple: { Subject: utf8(line), Body: { Text: utf8(text), Html: utf8(mailHtml(line, body)) } } },
      }),
    );
    return { messageId: MessageId, mayReturn: true };
  };

export const openSesSender = (way: EmailWay & { by: 'ses' }): Sender<'email'> =>
  createSesSender(new SESv2Client({}), way);

import * as z from 'zod';

const Answer = z.object({
  sms_messages: z.record(z.string(), z.array(z.object({ MessageId: z.string(), Message: z.string() }))),
});

export interface SentSms {
  readonly to: string;
  readonly messageId: string;
  readonly text: string;
}

/** Every SMS that functions have sent, by number, oldest first. E-mail leaves only a line in MiniStack's log. */
export const sentSms = async (endpoint: string): Promise<readonly SentSms[]> => {
  const { sms_messages: byNumber } = Answer.parse(
    await (await fetch(`${endpoint}/_ministack/sns/sms-messages`)).json(),
  );
  return Object.entries(byNumber).flatMap(([to, messages]) =>
    messages.map(({ MessageId, Message }) => ({ to, messageId: MessageId, text: Message })),
  );
};

import type { Inbox, SentText } from './inbox.ts';

/** How many texts are remembered, and of how many leads each; whoever answers a longer list opens its link. */
export const TEXTS = 20;

export const recordText = (inbox: Inbox, text: SentText): Inbox => ({
  ...inbox,
  texts: [{ ...text, leads: text.leads.slice(0, TEXTS) }, ...inbox.texts].slice(0, TEXTS),
});

/** The text about one lead that was noted when it was claimed has gone out under this id. */
export const attachMessageId = (inbox: Inbox, leadId: string, attempt: number, messageId: string): Inbox => {
  const index = inbox.texts.findIndex(
    ({ messageId: known, leads: [first, ...others] }) =>
      known === undefined && others.length === 0 && first?.leadId === leadId && first.attempt === attempt,
  );
  return { ...inbox, texts: inbox.texts.map((text, at) => (at === index ? { messageId, ...text } : text)) };
};

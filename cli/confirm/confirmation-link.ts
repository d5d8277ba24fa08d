/** What the link in a mail "AWS Notification - Subscription Confirmation" holds. */
export interface Confirmation {
  readonly topicArn: string;
  /** Whoever has it can confirm. */
  readonly token: string;
}

/** Gateways of mail put links into links of their own, as a parameter. */
const DEEPEST = 3;

const urlOf = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined);

const find = (url: URL, depth: number): Confirmation | undefined => {
  const [topicArn, token] = [url.searchParams.get('TopicArn'), url.searchParams.get('Token')];
  if (topicArn?.startsWith('arn:') && token) return { topicArn, token };
  if (depth === 0) return undefined;
  for (const [, value] of url.searchParams) {
    const inner = urlOf(value);
    const found = inner && find(inner, depth - 1);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Undefined where the text is no such link. */
export const readConfirmation = (text: string): Confirmation | undefined => {
  const url = urlOf(text.trim().replaceAll('&amp;', '&'));
  return url && find(url, DEEPEST);
};

import type { EmailReach, ReachAnswers, Recipient, Topic } from '../../reach/account.ts';
import { isSameAddress } from '../../reach/account.ts';
import { fails, type Standing, unsure, WORKS } from '../../reach/standing.ts';

/** That somebody else has subscribed to the topic does not count. */
const byTopic = (topic: Topic | undefined, email: string): Standing => {
  if (topic === undefined) return fails('NoTopic');
  const own = topic.subscriptions.filter(({ address }) => isSameAddress(address, email));
  if (own.some(({ confirmed }) => confirmed)) return WORKS;
  return fails(own.length === 0 ? 'NotSubscribed' : 'NotConfirmed');
};

/** What is wrong with the address comes first: it stays when the account is put right. */
const bySes = (id: string, account: EmailReach & { readonly by: 'ses' }): Standing => {
  const suppressed = account.suppressed.get(id);
  if (suppressed !== undefined) return fails(suppressed);
  if (!account.isVerified) return fails('SenderNotVerified');
  if (account.isPaused) return fails('SendingPaused');
  return account.sandbox.on && !account.sandbox.verified.has(id) ? fails('AddressNotVerified') : WORKS;
};

/** Of a rep's own address, or of marketing's. */
export const emailStanding = ({ id, email: address }: Recipient, { email }: Pick<ReachAnswers, 'email'>): Standing => {
  if ('refused' in email) return unsure('not-answered');
  return email.answer.by === 'sns' ? byTopic(email.answer.topics.get(id), address) : bySes(id, email.answer);
};

import { MARKETING } from '../../domain/alert/delivery/inbox.ts';
import type { MailText } from '../../domain/mail/mail.ts';
import type { Reader } from '../../domain/pass/pass.ts';
import type { FiguresPorts } from '../../ports/ports.ts';

export interface FiguresMail extends MailText {
  readonly to: string;
}

/** An e-mail about figures to somebody of the agreement, as their alerts come. */
export const mailReader = async (
  { reader }: Reader,
  mail: FiguresMail,
  { messenger, observer }: Pick<FiguresPorts, 'messenger' | 'observer'>,
): Promise<void> => {
  const rep = reader === MARKETING ? null : reader;
  const sent = await messenger.send({ rep, purpose: 'figures', leadIds: [], channel: 'email', ...mail });
  observer.count('messageId' in sent ? 'MessageSent' : 'MessageFailed');
};

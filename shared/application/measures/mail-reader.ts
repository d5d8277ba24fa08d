import { MARKETING } from '../../domain/alert/delivery/inbox.ts';
import type { Reader } from '../../domain/pass/pass.ts';
import type { FiguresPorts } from '../../ports/ports.ts';

export interface FiguresMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** An e-mail about figures to somebody of the agreement, by the topic that their alerts come by. */
export const mailReader = async (
  { reader }: Reader,
  mail: FiguresMail,
  { messenger, observer }: Pick<FiguresPorts, 'messenger' | 'observer'>,
): Promise<void> => {
  const rep = reader === MARKETING ? null : reader;
  const sent = await messenger.send({ rep, purpose: 'figures', leadIds: [], channel: 'email', ...mail });
  observer.count('messageId' in sent ? 'MessageSent' : 'MessageFailed');
};

import { hearReturn, NotRecordedYet } from '../../shared/application/reach/hear-return.ts';
import { sqsHandler } from '../../shared/application/sqs-handler.ts';
import { readReturnedMail } from '../../shared/contracts/email/returned-mail.ts';
import type { DecisionPorts } from '../../shared/ports/ports.ts';
import type { RecheckQueue } from '../../shared/ports/recheck-queue.ts';

type Needs = DecisionPorts & { readonly rechecks: Pick<RecheckQueue, 'recheck'> };

/**
 * A mail that came back for good, or was called spam, is a channel that failed: the rep's is marked, and alert-rep sends by
 * another what the mail said. Should asking it fail, watch-clocks finds the leads within a minute or two.
 */
export const hearBounce = sqsHandler<Needs>(async ({ body }, ports) => {
  const mail = readReturnedMail(body);
  if (mail === undefined) return;
  const { owing, unrecorded } = await hearReturn(mail, ports);
  if (owing.length > 0) await ports.rechecks.recheck('alert-rep', owing);
  if (unrecorded.length > 0) throw new NotRecordedYet(unrecorded);
  ports.observer.count('MailReturned');
});

import { updatePosted } from '../../shared/application/alerting/update-posted.ts';
import { sqsHandler } from '../../shared/application/sqs-handler.ts';
import { readTrigger } from '../../shared/contracts/events/read-fact.ts';
import type { UpdatingPorts } from '../../shared/ports/ports.ts';

/** Takes the buttons off what was posted about a lead that waits for no answer any more, and says what became of it. */
export const updateChat = sqsHandler<UpdatingPorts>(async ({ body }, ports) =>
  updatePosted(readTrigger(body).leadId, ports),
);

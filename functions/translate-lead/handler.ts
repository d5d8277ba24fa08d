import {
  type TranslatingMessagePorts,
  translateMessage,
} from '../../shared/application/receiving/translate-message.ts';
import { sqsHandler } from '../../shared/application/sqs-handler.ts';
import type { ReceivedMessage } from '../../shared/contracts/sources/received-message.ts';

type Needs = TranslatingMessagePorts & { readonly readMessage: (body: string) => ReceivedMessage };

/** What receive-webhook kept, and what a partner's bus tells: read, fetched where it is an id alone, put on the bus. */
export const translateLead = sqsHandler<Needs>(({ body }, ports) => translateMessage(ports.readMessage(body), ports));

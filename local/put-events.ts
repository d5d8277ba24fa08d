import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { clientConfig } from './clients.ts';

export interface InboundEvent {
  readonly source: string;
  readonly detailType: string;
  readonly detail: object;
}

/** Puts events on the bus as a producer does. */
export const putEvents = async (endpoint: string, busName: string, events: readonly InboundEvent[]): Promise<void> => {
  const client = new EventBridgeClient(clientConfig(endpoint));
  try {
    const Entries = events.map(({ source, detailType, detail }) => ({
      EventBusName: busName,
      Source: source,
      DetailType: detailType,
      Detail: JSON.stringify(detail),
    }));
    const { FailedEntryCount = 0 } = await client.send(new PutEventsCommand({ Entries }));
    if (FailedEntryCount > 0) throw new Error(`The bus refused ${FailedEntryCount} of ${events.length} events`);
  } finally {
    client.destroy();
  }
};

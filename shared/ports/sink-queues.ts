/** A message as it was received this time. */
export interface ReceivedMessage {
  readonly messageId: string;
  readonly receiptHandle: string;
  /** The queue's ARN. */
  readonly queue: string;
}

/** The queues before the sinks: each has its own, so that one that does not answer holds back no other. */
export interface SinkQueues {
  /** The name of the sink; undefined of a queue that no sink has. */
  sinkOf(queue: string): string | undefined;
  /** Nobody receives the message again before. */
  hide(message: ReceivedMessage, ms: number): Promise<void>;
}

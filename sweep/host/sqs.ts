import type { SqsHandler } from '../../shared/application/sqs-handler.ts';
import { FUNCTION_NAMES, type FunctionName } from '../../shared/contracts/functions.ts';
import type { DeadLetter } from '../../simulator/queues.ts';
import { sqsRecord } from '../../simulator/sqs-record.ts';
import type { Machine } from './machine.ts';
import { TIMEOUT_MS } from './processes.ts';

/** As infra configures every queue. */
const RECEIVES_BEFORE_DEAD_LETTER = 5;
const BATCH = 10;
const TIMEOUTS_OF_VISIBILITY = 6;

/** Batches of one queue that are worked on at once; on AWS more, which differs in nothing else. */
const AT_ONCE = 2;

const LATE_MS = 600_000;
const AGAIN_MS = 120_000;

interface Message {
  readonly id: string;
  readonly body: string;
  receives: number;
}

interface Queue {
  readonly name: FunctionName;
  readonly consumer: SqsHandler;
  visible: Message[];
  inFlight: number;
}

/** Standard queues of SQS: no order, batches, failures in part, at least once. */
export interface Sqs {
  consume(queue: string, consumer: SqsHandler): void;
  send(queue: string, body: string): void;
  /** A message that is being handled comes again so much later, should it fail. */
  hide(messageId: string, ms: number): void;
  /** Queues from which a batch can be taken now. */
  ready(): readonly (() => void)[];
  /** Sends every dead letter once more. */
  redrive(): void;
  readonly deadLetters: DeadLetter[];
}

export const createSqs = ({ time, agenda, processes, plan, story }: Machine): Sqs => {
  const queues = new Map<string, Queue>();
  const deadLetters: DeadLetter[] = [];
  const hidden = new Map<string, number>();
  let sent = 0;

  const deliver = (queue: Queue, message: Message, at: number): void =>
    agenda.at(at, () => void queue.visible.push(message));

  const returnToQueue = (queue: Queue, message: Message, receivedAt: number): void => {
    if (message.receives < RECEIVES_BEFORE_DEAD_LETTER) {
      const wait = hidden.get(message.id) ?? TIMEOUTS_OF_VISIBILITY * TIMEOUT_MS[queue.name];
      hidden.delete(message.id);
      deliver(queue, message, receivedAt + wait);
      return;
    }
    story.tell(() => `${queue.name}: ${message.id} becomes a dead letter`);
    deadLetters.push({ queue: queue.name, body: message.body });
  };

  /** Oldest first where all goes in order; else any of them, any number. */
  const takeBatch = (queue: Queue): readonly Message[] => {
    const most = Math.min(BATCH, queue.visible.length);
    const size = most - plan.choose(most);
    return Array.from({ length: size }, () => queue.visible.splice(plan.choose(queue.visible.length), 1)).flat();
  };

  const receive = (queue: Queue): void => {
    const batch = takeBatch(queue);
    const receivedAt = time.now();
    queue.inFlight += 1;
    for (const message of batch) message.receives += 1;
    story.tell(() => `${queue.name} gets ${batch.map(({ id, receives }) => `${id} (${receives})`).join(', ')}`);
    const records = batch.map(({ id, body, receives }) => sqsRecord(queue.name, id, body, receives));
    processes.start(
      queue.name,
      () => queue.consumer({ Records: records }),
      (ending) => {
        queue.inFlight -= 1;
        const failures = ending.ended === 'done' ? ending.value.batchItemFailures : undefined;
        const failed = failures?.map(({ itemIdentifier }) => itemIdentifier) ?? batch.map(({ id }) => id);
        if (ending.ended !== 'done') story.tell(() => `${queue.name} ${ending.ended}`);
        for (const message of batch) {
          if (!failed.includes(message.id)) continue;
          story.tell(() => `${queue.name}: ${message.id} goes back to the queue`);
          returnToQueue(queue, message, receivedAt);
        }
      },
    );
  };

  const put = (queue: Queue, body: string): void => {
    sent += 1;
    const message: Message = { id: `${queue.name}-${sent}`, body, receives: 0 };
    story.tell(() => `${message.id} is sent: ${body.slice(0, 300)}`);
    const fault = plan.at({ kind: 'delivery', what: `the delivery of ${message.id}` });
    if (fault !== undefined) story.tell(() => `FAULT ${message.id} ${fault}`);
    const now = time.now();
    if (fault === 'comes-late') {
      deliver(queue, message, now + LATE_MS);
      return;
    }
    queue.visible.push(message);
    if (fault === 'comes-twice') queue.visible.push({ ...message });
    if (fault === 'comes-again-later') deliver(queue, { ...message }, now + AGAIN_MS);
  };

  return {
    consume: (name, consumer) => {
      const known = FUNCTION_NAMES.find((one) => one === name);
      if (known !== undefined) queues.set(name, { name: known, consumer, visible: [], inFlight: 0 });
    },
    send: (name, body) => {
      const queue = queues.get(name);
      if (queue === undefined) deadLetters.push({ queue: name, body });
      else put(queue, body);
    },
    hide: (messageId, ms) => void hidden.set(messageId, ms),
    ready: () =>
      [...queues.values()]
        .filter(({ visible, inFlight }) => visible.length > 0 && inFlight < AT_ONCE)
        .map((queue) => () => receive(queue)),
    redrive: () => {
      for (const { queue, body } of deadLetters.splice(0)) {
        const known = queues.get(queue);
        if (known === undefined) continue;
        story.tell(() => `a dead letter of ${queue} is sent again`);
        put(known, body);
      }
    },
    deadLetters,
  };
};

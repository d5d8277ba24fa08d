import { recheckClock } from '../functions/advance-clock/handler.ts';
import { alertRep } from '../functions/alert-rep/handler.ts';
import { hearBounce } from '../functions/hear-bounce/handler.ts';
import { keepMeasures } from '../functions/keep-measures/handler.ts';
import { publishAgain } from '../functions/publish-events/handler.ts';
import { readReply } from '../functions/read-reply/handler.ts';
import { recordAnswer } from '../functions/record-answer/handler.ts';
import { routeLead } from '../functions/route-lead/handler.ts';
import { scoreLead } from '../functions/score-lead/handler.ts';
import { updateChat } from '../functions/update-chat/handler.ts';
import { watchClocks } from '../functions/watch-clocks/handler.ts';
import type { SqsHandler } from '../shared/application/sqs-handler.ts';
import type { FunctionName } from '../shared/contracts/functions.ts';
import type { Ports } from '../shared/ports/ports.ts';

export type Consumers = Readonly<Partial<Record<FunctionName, SqsHandler>>>;

/** Whether somebody looks at figures, and at what is posted. */
export interface Looked {
  readonly isMeasured: boolean;
  readonly hasSlack: boolean;
}

/**
 * The functions that work off queues. One that only keeps or tells what happened is not among them unless somebody looks
 * at that: it changes nothing.
 */
export const consumersOf = (ports: Ports, { isMeasured, hasSlack }: Looked): Consumers => ({
  ...(hasSlack ? { 'update-chat': updateChat(ports) } : {}),
  ...(isMeasured ? { 'keep-measures': keepMeasures(ports) } : {}),
  'score-lead': scoreLead(ports),
  'record-answer': recordAnswer(ports),
  'read-reply': readReply(ports),
  'hear-bounce': hearBounce(ports),
  'route-lead': routeLead(ports),
  'alert-rep': alertRep(ports),
  'advance-clock': recheckClock(ports),
  'publish-events': publishAgain(ports),
  'watch-clocks': watchClocks(ports),
});

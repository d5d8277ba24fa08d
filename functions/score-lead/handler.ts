import { takeActivity } from '../../shared/application/capturing/take-activity.ts';
import { takeCapture } from '../../shared/application/capturing/take-capture.ts';
import { receiveInbound } from '../../shared/application/receive-inbound.ts';
import { sqsHandler } from '../../shared/application/sqs-handler.ts';
import type { DecisionPorts } from '../../shared/ports/ports.ts';

/** LeadCaptured and LeadActivityRecorded become a scored, perhaps a qualified lead; all else that comes here is refused. */
export const scoreLead = sqsHandler<DecisionPorts>((message, ports) =>
  receiveInbound(message, ports, async (event, arrival) => {
    if (event.type === 'LeadCaptured') return takeCapture(event, arrival, ports);
    if (event.type === 'LeadActivityRecorded') return takeActivity(event, arrival, ports);
    return { refused: [{ path: 'detail-type', message: `${event.type} is not for score-lead` }] };
  }),
);

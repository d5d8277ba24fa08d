import { keyOfEvent } from '../../contracts/events/event-key.ts';
import type { EarlyAnswer } from '../../domain/lead/lead.ts';
import type { Refusal } from '../refuse.ts';

/* Apart from what reads events: advance-clock refuses what waited, and reads none. */

export const NO_LEAD = 'no lead is known by it';

/** An answer that was kept, with why it is refused after all. */
export const refusalOf = (line: string, problems: Refusal['problems']): Refusal => ({
  key: keyOfEvent(line) ?? line,
  problems,
  input: line,
  receipts: [],
});

/** Why what waited for a capture is refused in the end. */
export const waitedInVain = ({ line }: EarlyAnswer): Refusal =>
  refusalOf(line, [{ path: 'detail.data.email', message: `${NO_LEAD}, and none was captured within ten minutes` }]);

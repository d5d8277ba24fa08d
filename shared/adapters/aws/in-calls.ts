import { FACTS_A_CALL, MAX_FACT_BYTES } from '../../ports/bus-rules.ts';

/** In their order, as many as one PutEvents takes, by number and by bytes; what is too long for any has a call of its own. */
export const inCalls = <E>(events: readonly E[], bytesOf: (event: E) => number): readonly (readonly E[])[] => {
  const calls: E[][] = [];
  let bytes = 0;
  for (const event of events) {
    const more = bytesOf(event);
    const last = calls.at(-1);
    if (last === undefined || last.length === FACTS_A_CALL || bytes + more > MAX_FACT_BYTES) {
      calls.push([event]);
      bytes = more;
    } else {
      last.push(event);
      bytes += more;
    }
  }
  return calls;
};

import type { SourceEvent } from '../domain/source/source-event.ts';

/** The bus, for whoever tells it of leads. */
export interface SourceBus {
  /** Throws EventsNotTaken where it did not take all of them: they are put again, and each is known by its id. */
  put(events: readonly SourceEvent[]): Promise<void>;
}

export class EventsNotTaken extends Error {
  readonly code = 'EVENTS_NOT_TAKEN';
  constructor(count: number) {
    super(`The bus did not take ${count} events. They are put again by the next delivery of the request.`);
    this.name = 'EventsNotTaken';
  }
}

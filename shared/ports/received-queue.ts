import type { KeptRequest } from '../domain/source/kept-request.ts';

/** Where requests that were taken wait to be read. */
export interface ReceivedQueue {
  /** Whether it is kept; false where it is too long for that. Throws where the queue does not answer. */
  keep(request: KeptRequest): Promise<boolean>;
}

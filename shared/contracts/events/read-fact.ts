import * as z from 'zod';

/** What a function reads of a fact that woke it: which lead, and who may have got a free hand. The rest it loads. */
const fact = z.object({
  id: z.string().exactOptional(),
  detail: z.object({
    metadata: z.object({ id: z.string() }),
    leadId: z.string(),
    data: z.object({ rep: z.string().exactOptional() }),
  }),
});

/** What watch-clocks sends instead: no fact, only a wish to look. */
const look = z.object({ leadId: z.string() });

export interface Wake {
  readonly leadId: string;
  /** Id of the fact, or `look`. */
  readonly cause: string;
  readonly rep?: string;
}

const wake = z.union([fact, look]);

/** Reads a message of our own; one that does not parse is our own mistake, and throws to the dead-letter queue. */
export const readWake = (body: string): Wake => {
  const message = wake.parse(JSON.parse(body));
  if (!('detail' in message)) return { leadId: message.leadId, cause: 'look' };
  const { metadata, leadId, data } = message.detail;
  return { leadId, cause: metadata.id, ...(data.rep === undefined ? {} : { rep: data.rep }) };
};

import * as z from 'zod';

const record = z.looseObject({
  by: z.string().default(''),
  team: z.string().optional(),
  startsAt: z.string().optional(),
  reps: z.array(
    z.looseObject({ rep: z.string(), virtualTime: z.number().optional(), excluded: z.string().optional() }),
  ),
});

/** As much of a printed line as the oracle reads, whatever the line is of. */
const printed = z.looseObject({
  at: z.string(),
  type: z.string(),
  leadId: z.string().nullish(),
  email: z.string().nullish(),
  rep: z.string().nullish(),
  channel: z.string().optional(),
  purpose: z.string().optional(),
  leadIds: z.array(z.string()).optional(),
  data: z
    .looseObject({
      rep: z.string().nullish(),
      attempt: z.number().optional(),
      territory: z.string().optional(),
      clause: z.string().optional(),
      step: z.string().optional(),
      purpose: z.string().optional(),
      channel: z.string().optional(),
      failure: z.string().optional(),
      reason: z.string().optional(),
      action: z.string().optional(),
      outcome: z.string().optional(),
      applied: z.boolean().optional(),
      score: z.number().optional(),
      lateBy: z.string().optional(),
      decision: record.optional(),
    })
    .default({}),
});

export type Decided = z.infer<typeof record>;

/** A line that `simulate --json` prints, with its instant in epoch milliseconds. */
export type Printed = z.infer<typeof printed> & { readonly time: number };

export const readPrinted = (text: string): readonly Printed[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const read = printed.parse(JSON.parse(line));
      return { ...read, time: Date.parse(read.at) };
    });

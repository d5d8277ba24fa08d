import * as z from 'zod';
import type { Agreement } from '../../domain/agreement/agreement.ts';
import type { Condition, Test } from '../../domain/condition/condition.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);

const test: z.ZodType<Test> = z.strictObject({
  in: z.array(scalar).exactOptional(),
  gte: z.number().exactOptional(),
  gt: z.number().exactOptional(),
  lte: z.number().exactOptional(),
  lt: z.number().exactOptional(),
  startsWith: z.string().exactOptional(),
  endsWith: z.string().exactOptional(),
  contains: z.string().exactOptional(),
  exists: z.boolean().exactOptional(),
  not: z.lazy(() => test).exactOptional(),
});

const condition: z.ZodType<Condition> = z.union([
  z.strictObject({ field: z.string(), test }),
  z.strictObject({ all: z.array(z.lazy(() => condition)) }),
  z.strictObject({ any: z.array(z.lazy(() => condition)) }),
  z.strictObject({ not: z.lazy(() => condition) }),
]);

const openings = z.array(z.strictObject({ from: z.number(), to: z.number() }));

const rep = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string().exactOptional(),
  manager: z.string().exactOptional(),
  languages: z.array(z.string()),
  schedule: z.strictObject({
    timeZone: z.string(),
    week: z.array(openings).length(7),
    holidays: z.array(z.string()),
    dateHours: z.record(z.string(), openings),
    breaks: z.record(z.string(), openings),
    away: z.array(z.strictObject({ from: z.string(), to: z.string() })),
  }),
  capacity: z.strictObject({ open: z.number().exactOptional(), perDay: z.number().exactOptional() }),
  channels: z.array(z.enum(['sms', 'email'])),
  quiet: z.strictObject({ from: z.number(), to: z.number() }).exactOptional(),
});

const clause = z.strictObject({
  withinMs: z.number(),
  clock: z.enum(['working', 'wall']),
  steps: z.array(z.strictObject({ atMs: z.number(), do: z.enum(['remind', 'tell-manager', 'reassign', 'recycle']) })),
});

/** The agreement as it is compiled at synth and read by every function. */
export const compiledAgreement: z.ZodType<Agreement> = z.strictObject({
  hash: z.string(),
  scoring: z.strictObject({
    hot: z.number(),
    warm: z.number(),
    minimum: z.array(z.string()),
    fit: z.array(z.strictObject({ name: z.string(), when: condition, points: z.number() })),
    behaviour: z.strictObject({
      halfLifeMs: z.number(),
      actions: z.array(
        z.strictObject({
          name: z.string(),
          kind: z.string(),
          when: condition.exactOptional(),
          points: z.number(),
          atMost: z.number().exactOptional(),
          handRaise: z.boolean(),
        }),
      ),
    }),
    freeMail: z.array(z.string()),
  }),
  territories: z.array(
    z.strictObject({
      name: z.string(),
      when: condition.exactOptional(),
      team: z.array(z.strictObject({ rep: z.string(), weight: z.number() })),
      share: z.enum(['count', 'score']),
      overflow: z.string().exactOptional(),
      matchLanguage: z.boolean(),
    }),
  ),
  reps: z.record(z.string(), rep),
  sla: z.strictObject({
    alert: z.strictObject({ withinMs: z.number() }),
    accept: clause,
    contact: clause.exactOptional(),
    verdict: clause.exactOptional(),
    maxOwners: z.number(),
    rejectReasons: z.record(z.string(), z.enum(['reassign', 'recycle', 'return-to-marketing', 'close'])),
    alerts: z.strictObject({
      throttle: z.strictObject({ max: z.number(), perMs: z.number() }).exactOptional(),
      senderId: z.string().exactOptional(),
      maxPrice: z.string().exactOptional(),
    }),
    marketing: z
      .strictObject({ qualifiedPerWeek: z.number().exactOptional(), email: z.string().exactOptional() })
      .exactOptional(),
  }),
  content: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      url: z.string(),
      for: condition.exactOptional(),
      after: z.array(z.string()),
    }),
  ),
});

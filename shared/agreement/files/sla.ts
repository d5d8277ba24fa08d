import * as z from 'zod';
import { CLOCK_KINDS, type OptionalClause } from '../../domain/vocabulary/clauses.ts';
import { AWAY, REJECT_ACTIONS } from '../../domain/vocabulary/reject-actions.ts';
import { ALERT_STEPS, OWNER_STEPS } from '../../domain/vocabulary/steps.ts';
import { choice } from './choice.ts';
import { duration, offset } from './duration.ts';
import { count, email, formed, id, partOf } from './values.ts';

const step = z
  .strictObject({
    at: offset.meta({
      title: 'At',
      description:
        'When: from the start of the clause, by its clock. May be after `within`. Steps stand in this order.',
      examples: ['15 min', '1 hour'],
    }),
    do: choice(OWNER_STEPS).meta({
      title: 'Do',
      description:
        '`remind` the owner, `tell-manager`, `reassign` to a rep, `recycle` to marketing. The last two end the clause.',
      examples: ['remind'],
    }),
  })
  .meta({ title: 'Step', description: 'What happens when.' });

const alertStep = z
  .strictObject({
    at: offset.meta({
      title: 'At',
      description: 'When: by the wall clock, from qualified. May be after `within`. Steps stand in this order.',
      examples: ['20 min', '40 min'],
    }),
    do: choice(ALERT_STEPS).meta({
      title: 'Do',
      description: "`tell-manager`: the territory's. `assign-manager`: the lead is theirs, or goes to whoever can act.",
      examples: ['tell-manager'],
    }),
  })
  .meta({ title: 'Step', description: 'What happens when, if nobody owns the lead then.' });

const keep = formed(/^(100|\d{1,2}(\.\d{1,2})?) ?%$/, 'expected a share such as 95%')
  .meta({
    title: 'Keep',
    description: 'How many of the promises of a week are to be kept. If fewer are, the check-in says so first.',
    absent: 'nothing is agreed',
    examples: ['95%'],
  })
  .transform(partOf)
  .exactOptional();

const clause = z.strictObject({
  within: duration.meta({
    title: 'Within',
    description: 'The duration of the promise.',
    examples: ['30 min', '1 hour'],
  }),
  clock: choice(CLOCK_KINDS).meta({
    title: 'Clock',
    description: "`working` counts the owner's hours of work, `wall` every hour.",
    examples: ['working'],
  }),
  steps: z.array(step).default([]).meta({
    title: 'Steps',
    description: 'What happens while the clause is not met.',
    absent: 'none',
  }),
  keep,
});

const contactClause = clause.extend({
  countAttempts: z.boolean().default(false).meta({
    title: 'Count attempts',
    description: 'Whether a call that nobody took meets the clause. If not, it only moves the reminders.',
    absent: 'no',
  }),
});

/** In the order in which they come; the compiler asks for one for each that an agreement may leave out. */
const optionalClauses = {
  contact: contactClause.exactOptional().meta({
    title: 'Contact',
    description: 'The clause from accepted to the first contact.',
    absent: 'no clause',
  }),
  verdict: clause.exactOptional().meta({
    title: 'Verdict',
    description: 'The clause from the first contact to qualified by sales, won or lost.',
    absent: 'no clause',
  }),
} satisfies Readonly<Record<OptionalClause, z.ZodType>>;

const throttle = z.strictObject({
  max: count.meta({ title: 'Max', description: 'How many messages. 1 or more.', examples: [5] }),
  per: duration.meta({ title: 'Per', description: 'In which duration.', examples: ['10 min'] }),
});

const alerts = z.strictObject({
  throttle: throttle.exactOptional().meta({
    title: 'Throttle',
    description: 'More messages than `max` in any `per`, to one rep by one channel, go together, alerts as one digest.',
    absent: 'no limit',
  }),
  senderId: formed(
    /^(?=.*[A-Za-z])[A-Za-z0-9]([A-Za-z0-9-]{0,9}[A-Za-z0-9])?$/,
    'expected at most 11 letters and digits, one a letter',
  )
    .exactOptional()
    .meta({
      title: 'Sender ID',
      description:
        'The sender, where carriers allow it: at most 11 letters, digits, inner hyphens. Such SMS take no reply.',
      absent: 'a number',
      examples: ['Acme'],
    }),
  maxPrice: z
    .string('expected US dollars in quotes such as "0.20"')
    .regex(/^\d+(\.\d+)?$/, 'expected US dollars such as "0.20"')
    .meta({ patternErrorMessage: 'expected US dollars such as "0.20"' })
    .exactOptional()
    .meta({
      title: 'Maximum price',
      description: 'US dollars for one SMS, in quotes.',
      absent: "AWS's own limit",
      examples: ['0.20'],
    }),
});

const marketing = z.strictObject({
  qualifiedPerWeek: count.exactOptional().meta({
    title: 'Qualified leads a week',
    description: 'How many leads marketing means to pass on.',
    absent: 'no promise',
    examples: [120],
  }),
  email: email.exactOptional().meta({
    title: 'E-mail',
    description: 'Where marketing gets an e-mail of each rejection.',
    absent: 'no e-mail',
    examples: ['marketing@example.com'],
  }),
});

/** sla.yaml: what is promised by when, and what happens when it is not kept. */
export const slaFile = z.strictObject({
  alert: z
    .strictObject({
      within: duration.meta({
        title: 'Within',
        description: "By the wall clock, from qualified to the rep's phone.",
        examples: ['1 hour'],
      }),
      steps: z.array(alertStep).default([]).meta({
        title: 'Steps',
        description: 'What happens while nobody owns the lead.',
        absent: 'none',
      }),
      keep,
    })
    .meta({ title: 'Alert', description: 'Our own promise.' }),
  accept: clause.meta({ title: 'Accept', description: 'The clause from assigned to accepted.' }),
  ...optionalClauses,
  maxOwners: count.default(3).meta({
    title: 'Most owners',
    description: 'When so many reps have had a lead, the manager owns it.',
  }),
  pauseAfter: count.exactOptional().meta({
    title: 'Pause after',
    description:
      'When the clock takes so many leads in a row from a rep, none come until they answer or are back. 1 or more.',
    absent: 'nobody is paused',
    examples: [3],
  }),
  rejectReasons: z
    .record(
      id.refine((name) => name !== AWAY, 'is said of leads that are given back for an absence'),
      choice(REJECT_ACTIONS),
    )
    .default({})
    .meta({
      title: 'Reasons to reject',
      description: 'Why a rep may say no, each with what becomes of the lead. Their order numbers the answers by SMS.',
      absent: 'none',
      examples: [{ 'no-time': 'reassign' }],
    }),
  alerts: alerts.default({}).meta({ title: 'Alerts', description: 'How messages go out.', absent: 'as they come' }),
  marketing: marketing.exactOptional().meta({
    title: 'Marketing',
    description: "Marketing's half of the promise.",
    absent: 'no promise',
  }),
});

export type SlaFile = z.infer<typeof slaFile>;
export type WrittenClause = z.infer<typeof clause>;

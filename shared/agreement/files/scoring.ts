import * as z from 'zod';
import { activityCondition, leadCondition } from './condition.ts';
import { duration } from './duration.ts';
import { domain, formed, kebabWord, leadField, partOf, title } from './values.ts';

const fitRule = z
  .strictObject({
    name: title.meta({
      title: 'Name',
      description: 'What reps read as a reason. Each name once.',
      examples: ['enterprise'],
    }),
    when: leadCondition.meta({ title: 'When', description: 'A condition on the lead.' }),
    points: z.number().meta({
      title: 'Points',
      description: 'What the rule adds to the score. May be negative: a negative fit outweighs a raised hand.',
      examples: [20, -40],
    }),
  })
  .meta({ title: 'Rule', description: 'Points for who the lead is.' });

const action = z
  .strictObject({
    name: title.meta({
      title: 'Name',
      description: 'What reps read as a reason. Each name once.',
      examples: ['read pricing'],
    }),
    kind: kebabWord.meta({
      title: 'Kind',
      description: 'The kind of the activity: lower-case words joined by `-`.',
      examples: ['page-viewed', 'demo-requested', 'content-downloaded', 'webinar-attended', 'email-clicked'],
    }),
    when: activityCondition
      .meta({ title: 'When', description: 'A condition on the activity.', absent: 'each one of the kind' })
      .exactOptional(),
    points: z.number().meta({
      title: 'Points',
      description: 'What each such activity adds to the score. It halves with every half-life.',
      examples: [15],
    }),
    atMost: z
      .number()
      .positive('must be more than 0')
      .exactOptional()
      .meta({
        title: 'At most',
        description: 'The most that this action adds to a score. Above 0.',
        absent: 'no limit',
        examples: [30],
      }),
    handRaise: z.boolean().default(false).meta({
      title: 'Hand-raise',
      description: 'Makes the lead hot at once for the rest of its cycle, unless its fit is negative.',
    }),
  })
  .meta({ title: 'Action', description: 'Points for what the lead did.' });

/** scoring.yaml: who is hot, and what every point is for. */
export const scoringFile = z.strictObject({
  hot: z
    .number()
    .positive('must be more than 0')
    .meta({
      title: 'Hot',
      description: 'The score from which a lead is hot. Above 0.',
      examples: [60],
    }),
  warm: z
    .number()
    .exactOptional()
    .meta({
      title: 'Warm',
      description: 'The score from which a lead is warm. Not above `hot`.',
      absent: 'half of `hot`',
      examples: [30],
    }),
  holdOut: formed(/^(?!0+(\.0+)? ?%)(50|[1-4]?\d(\.\d{1,2})?) ?%$/, 'expected a share such as 5%, at most 50%')
    .meta({
      title: 'Hold-out',
      description:
        'The part of the leads that goes by plain round robin, so that `report` tells what routing is worth.',
      absent: 'none',
      examples: ['5%'],
    })
    .transform(partOf)
    .exactOptional(),
  minimum: z.array(leadField).meta({
    title: 'Minimum',
    description: 'Fields of a lead without which marketing does not pass it on. May be empty.',
    examples: [['person.email', 'company.name']],
  }),
  fit: z.array(fitRule).meta({ title: 'Fit', description: 'Rules about who the lead is. May be empty.' }),
  behaviour: z
    .strictObject({
      halfLife: duration.meta({
        title: 'Half-life',
        description: 'The duration after which an action counts half.',
        examples: ['14 days'],
      }),
      actions: z.array(action).meta({ title: 'Actions', description: 'Rules about what the lead did. May be empty.' }),
    })
    .meta({ title: 'Behaviour', description: 'What the lead did, and how fast that fades.' }),
  freeMail: z
    .array(domain)
    .default([])
    .meta({
      title: 'Free mail',
      description: "Domains of free mail, beside the well-known providers. They are nobody's company.",
      absent: 'none',
      examples: [['example.net']],
    }),
});

export type ScoringFile = z.infer<typeof scoringFile>;

import * as z from 'zod';
import { HAPPENINGS } from '../../domain/vocabulary/watches.ts';
import { choice } from './choice.ts';
import { leadCondition } from './condition.ts';
import { domain, email, id, kebabWord, title } from './values.ts';

const watch = z
  .strictObject({
    name: title.meta({
      title: 'Name',
      description: 'What the message calls it. Each name once.',
      examples: ['Acme looks at prices'],
    }),
    tell: z
      .array(id)
      .min(1, 'tells nobody')
      .meta({
        title: 'Tell',
        description: 'Ids of reps, `marketing`, `owner`, `manager`. Who may see the lead is told.',
        examples: [['ana', 'marketing']],
      }),
    person: email
      .meta({
        title: 'Person',
        description: 'The address of whom to watch.',
        absent: 'anybody',
        examples: ['jo@acme.example'],
      })
      .exactOptional(),
    company: domain
      .meta({
        title: 'Company',
        description: 'The domain of a company: everybody there is watched.',
        absent: 'any',
        examples: ['acme.example'],
      })
      .exactOptional(),
    when: leadCondition
      .meta({
        title: 'When',
        description: 'A condition on the lead. What else is given must hold too.',
        absent: 'every lead',
      })
      .exactOptional(),
    does: z
      .array(kebabWord)
      .min(1, 'an empty list is never done')
      .meta({
        title: 'Does',
        description: 'Kinds of activity that are told.',
        absent: 'every kind',
        examples: [['pricing-viewed', 'demo-requested']],
      })
      .exactOptional(),
    happens: z
      .array(choice(HAPPENINGS))
      .min(1, 'an empty list never happens')
      .meta({
        title: 'Happens',
        description: 'What is told: `activity`, `captured`, `qualified`, `matched`.',
        absent: '`activity` with `does`; `matched` of `when` alone; else others',
        examples: [['qualified']],
      })
      .exactOptional(),
  })
  .meta({
    title: 'Watch',
    description: 'Tells somebody when something happens.',
    examples: [{ name: 'Acme', tell: ['marketing'], company: 'acme.example' }],
  });

/** watches.yaml: who is told when somebody does something. The file may be missing. */
export const watchesFile = z.strictObject({
  watches: z.array(watch).meta({ title: 'Watches', description: 'Who is told of what. May be empty.' }),
});

export type WatchesFile = z.infer<typeof watchesFile>;
export type WrittenWatch = WatchesFile['watches'][number];

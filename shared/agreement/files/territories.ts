import * as z from 'zod';
import { SHARE_UNITS } from '../../domain/vocabulary/share-units.ts';
import { choice } from './choice.ts';
import { leadCondition } from './condition.ts';
import { title } from './values.ts';

const member = z
  .strictObject({
    rep: z
      .string()
      .meta({ title: 'Rep', description: 'An id of reps.yaml. Each rep once in a team.', examples: ['ana'] }),
    weight: z
      .number()
      .positive('must be more than 0')
      .default(1)
      .meta({
        title: 'Weight',
        description: 'Twice the weight is twice the share. Above 0.',
        examples: [2, 0.5],
      }),
  })
  .meta({ title: 'Member', description: 'A rep of the team.' });

const territory = z
  .strictObject({
    name: title.meta({ title: 'Name', description: 'Each name once.', examples: ['DACH'] }),
    when: leadCondition
      .meta({
        title: 'When',
        description: 'A condition on the lead. The last territory has none.',
        absent: 'every lead',
      })
      .exactOptional(),
    team: z.array(member).meta({
      title: 'Team',
      description: 'Who takes the leads: at least one rep, each once.',
      minItems: 1,
    }),
    manager: z
      .string()
      .meta({
        title: 'Manager',
        description: 'An id of reps.yaml: who is told of a lead that nobody owns.',
        absent: 'that of the first rep who has one',
        examples: ['mia'],
      })
      .exactOptional(),
    share: choice(SHARE_UNITS).default('count').meta({
      title: 'Share',
      description: '`count`: the same number of leads per weight. `score`: the same sum of scores per weight.',
    }),
    overflow: title.exactOptional().meta({
      title: 'Overflow',
      description:
        "The territory whose team helps out when nobody here can take a lead; after it, that one's own overflow.",
      absent: 'nobody',
      examples: ['Rest of world'],
    }),
    onCall: title.exactOptional().meta({
      title: 'On call',
      description:
        'The duty of reps.yaml that takes a lead when nobody of the team and its overflow can: at once, at any hour.',
      absent: 'the lead waits',
      examples: ['nights'],
    }),
    language: z.literal('match', 'expected match').exactOptional().meta({
      title: 'Language',
      description:
        "`match`: only a rep who speaks the lead's language, by the first part of its tag. Any rep if the lead has none.",
      absent: 'any rep',
    }),
  })
  .meta({ title: 'Territory', description: 'Which leads, and who takes them.' });

/** territories.yaml: which leads, in order, and the team that takes them. */
export const territoriesFile = z.strictObject({
  territories: z.array(territory).meta({
    title: 'Territories',
    description:
      'The first territory whose `when` holds takes the lead, so narrow ones stand above wide ones. The last must have no `when`: it takes what is left.',
    minItems: 1,
  }),
});

export type TerritoriesFile = z.infer<typeof territoriesFile>;

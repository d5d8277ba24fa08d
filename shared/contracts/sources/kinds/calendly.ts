import { isTree, own } from '../../events/json-tree.ts';
import { oneValue, splitName, wordOf } from '../read-body.ts';
import type { SourceReader } from '../source.ts';
import { instantOf } from './instant-of.ts';

const ofTracking = (tracking: unknown): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(isTree(tracking) ? tracking : {}).filter(
      ([key, value]) => key !== 'utm_campaign' && oneValue(value) !== undefined,
    ),
  );

/** Calendly: a meeting that was booked is something the person did; nobody was contacted by it yet. */
export const calendly: SourceReader = {
  activity: 'meeting-booked',
  word: 'calendly',
  knowsKeys: true,
  read: ({ value, hash }) => {
    const event = own(value, 'event');
    const payload = own(value, 'payload');
    if (event !== 'invitee.created' || !isTree(payload))
      return { submissions: [], ignored: [wordOf(event, 'no event')] };
    const questions = own(payload, 'questions_and_answers');
    const answers = (Array.isArray(questions) ? questions : []).flatMap((one) => {
      const said = oneValue(own(one, 'answer'));
      return said === undefined ? [] : [[wordOf(own(one, 'question'), 'question'), said] as const];
    });
    const [first, last] = [oneValue(own(payload, 'first_name')), oneValue(own(payload, 'last_name'))];
    const campaign = oneValue(own(own(payload, 'tracking'), 'utm_campaign'));
    const zone = oneValue(own(payload, 'timezone'));
    const uri = own(payload, 'uri');
    return {
      submissions: [
        {
          id: `${event} ${wordOf(uri, hash)}`,
          at: instantOf(own(payload, 'created_at')),
          lead: {
            'person.email': own(payload, 'email'),
            ...(first === undefined && last === undefined
              ? splitName(own(payload, 'name'))
              : { 'person.firstName': first, 'person.lastName': last }),
            ...(zone === undefined ? {} : { 'location.timeZone': zone }),
            ...(campaign === undefined ? {} : { campaign }),
          },
          rest: { ...Object.fromEntries(answers), ...ofTracking(own(payload, 'tracking')) },
          addressAt: 'payload.email',
          activity: { title: own(own(payload, 'scheduled_event'), 'name') },
        },
      ],
      ignored: [],
    };
  },
};

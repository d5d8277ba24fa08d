import * as z from 'zod';
import type { TeamsSink } from '../../../shared/domain/sink/sink.ts';
import type { WebAnswer, WebCall } from '../../../shared/ports/web-calls.ts';

export const TEAMS_SINK: TeamsSink = { name: 'teams', kind: 'teams', reps: ['ana', 'ben', 'cem', 'mia'] };

/** Of a flow, as Power Automate makes it. */
export const flowOf = (rep: string): string =>
  `https://default0a.1b.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/${rep}/triggers/manual/paths/invoke?api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=hidden-${rep}`;

export const TEAMS_SECRET = { urls: Object.fromEntries(TEAMS_SINK.reps.map((rep) => [rep, flowOf(rep)])) };

/** All that a card of ours may have: strict, so that whatever else came in would be seen. */
export const Message = z.strictObject({
  type: z.literal('message'),
  attachments: z.tuple([
    z.strictObject({
      contentType: z.literal('application/vnd.microsoft.card.adaptive'),
      contentUrl: z.null(),
      content: z.strictObject({
        $schema: z.string(),
        type: z.literal('AdaptiveCard'),
        version: z.literal('1.4'),
        lang: z.enum(['en', 'de', 'fr', 'es']),
        body: z.array(
          z.strictObject({
            type: z.literal('RichTextBlock'),
            spacing: z.enum(['None', 'Medium']),
            inlines: z.tuple([
              z.strictObject({
                type: z.literal('TextRun'),
                text: z.string().min(1),
                weight: z.literal('Bolder').optional(),
                size: z.literal('Medium').optional(),
              }),
            ]),
          }),
        ),
        actions: z
          .array(z.strictObject({ type: z.literal('Action.OpenUrl'), title: z.string().min(1), url: z.url() }))
          .max(1),
      }),
    }),
  ]),
});

export type CardContent = z.infer<typeof Message>['attachments'][0]['content'];

export const contentOf = (message: unknown): CardContent => Message.parse(message).attachments[0].content;

export const linesOf = ({ body }: CardContent): readonly string[] => body.map(({ inlines: [{ text }] }) => text);

export interface PostedCard {
  readonly at: number;
  readonly rep: string;
  readonly content: CardContent;
}

/** Flows that take cards; `says` is what one answers instead, by how often it was called. */
export const pretendedTeams = (
  says: (nth: number, rep: string) => Partial<WebAnswer> | undefined = () => undefined,
) => {
  const came: { readonly at: number; readonly rep: string }[] = [];
  const cards: PostedCard[] = [];
  return {
    came,
    cards,
    call: ({ method, url, body = '' }: WebCall, at: number): WebAnswer | undefined => {
      const rep = TEAMS_SINK.reps.find((one) => url === flowOf(one));
      if (method !== 'POST' || rep === undefined) return { status: 404, headers: {}, body: '' };
      came.push({ at, rep });
      const said = says(came.length, rep);
      if (said !== undefined) return { status: 500, headers: {}, body: '', ...said };
      cards.push({ at, rep, content: contentOf(JSON.parse(body)) });
      return { status: 202, headers: {}, body: '' };
    },
  };
};

import type { FormProblem } from '../../contracts/http/answer-request.ts';
import { answerByLink, isRepeated, type LinkAnswer, type LinkRefusal } from '../../domain/answer/answer-by-link.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { LinkPorts } from '../../ports/ports.ts';
import { commitDecision } from '../documents/commit-decision.ts';
import type { OpenedLink } from './open-link.ts';

type OwnLead = Extract<OpenedLink, { opens: 'lead' }>;
type Nothing = Extract<OpenedLink, { opens: 'nothing' }>;

/** What an answer by a link's capability came to, wherever it was given. */
export type Taken =
  | { readonly taken: 'recorded' }
  | { readonly taken: 'refused'; readonly problem: FormProblem | LinkRefusal; readonly opened: OwnLead }
  /** It came too late. */
  | { readonly taken: 'over'; readonly opened: Nothing; readonly answerLost: boolean };

/** Decides for what a link opens now, and commits it. */
export const takeAnswer = async (
  opened: OwnLead | Nothing,
  given: LinkAnswer | { readonly refused: FormProblem },
  now: Instant,
  ports: LinkPorts,
): Promise<Taken | 'conflict'> => {
  if (opened.opens === 'nothing') {
    const answerLost = !('answer' in given && isRepeated(given.answer, opened.why));
    return { taken: 'over', opened, answerLost };
  }
  const { agreement } = ports.rules;
  const decision = 'answer' in given ? answerByLink(opened.lead, given, agreement, now) : given;
  if ('refused' in decision) return { taken: 'refused', problem: decision.refused, opened };
  const result = await commitDecision(ports.store, { before: opened, decision, cause: { id: 'page' }, now });
  return result === 'conflict' ? result : { taken: 'recorded' };
};

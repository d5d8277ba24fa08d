import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { languageOf } from '../../shared/application/answering/language-of.ts';
import { openLink } from '../../shared/application/answering/open-link.ts';
import { seeLink } from '../../shared/application/answering/see-link.ts';
import { commitDecision } from '../../shared/application/documents/commit-decision.ts';
import { retryOnConflict } from '../../shared/application/documents/retry-on-conflict.ts';
import { type AnswerRequest, listOf, readAnswer, readRequest } from '../../shared/contracts/http/answer-request.ts';
import { askedLanguage } from '../../shared/contracts/http/asked-language.ts';
import { answerByLink, isRepeated } from '../../shared/domain/answer/answer-by-link.ts';
import type { MessageLanguage } from '../../shared/domain/language/message-language.ts';
import { leadPage } from '../../shared/pages/lead-page.tsx';
import { noticePage } from '../../shared/pages/notice-page.tsx';
import { type Page, pageResponse, seeAgain } from '../../shared/pages/page-response.ts';
import type { DecisionPorts } from '../../shared/ports/ports.ts';

type Form = Extract<AnswerRequest, { kind: 'answer' }>;

/** Decides from fresh state, as often as others get in between; undefined once it is recorded. */
const answer = ({ link, form }: Form, asked: MessageLanguage, ports: DecisionPorts): Promise<Page | undefined> =>
  retryOnConflict('an answer', ports, async () => {
    const { agreement } = ports.rules;
    const now = ports.time.now();
    const given = readAnswer(form);
    const opened = await openLink(link, now, ports);
    const view = { list: listOf(link), language: languageOf(opened, asked) };
    if (opened.opens === 'list') return noticePage('wrong-method', view);
    if (opened.opens === 'nothing') {
      const answerLost = !('answer' in given && isRepeated(given.answer, opened.why));
      return noticePage(opened.why, { ...view, answerLost });
    }
    const decision = 'answer' in given ? answerByLink(opened.lead, given, agreement, now) : given;
    if ('refused' in decision) return leadPage({ ...opened, ...view, agreement, now, problem: decision.refused });
    const result = await commitDecision(ports.store, { before: opened, decision, cause: { id: 'page' }, now });
    return result === 'conflict' ? result : undefined;
  });

/** The page behind a link: GET shows the lead and changes nothing, for scanners open links too; POST answers. */
export const answerAlert =
  (ports: DecisionPorts) =>
  async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const asked = askedLanguage(event);
    try {
      const request = readRequest(event);
      if (request.kind === 'see')
        return await pageResponse(await seeLink(request.link, asked, ports), request.headOnly);
      if (request.kind !== 'answer') return await pageResponse(noticePage(request.kind, { language: asked }));
      const page = await answer(request, asked, ports);
      return page === undefined ? seeAgain(request.link) : await pageResponse(page);
    } catch (error) {
      ports.observer.error('A link could not be served', error);
      return pageResponse(noticePage('failure', { language: asked }));
    }
  };

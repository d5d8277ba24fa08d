import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { seeAbsence, setAbsence } from '../../shared/application/absence/answer-absence.ts';
import { answerPage } from '../../shared/application/answering/answer-page.ts';
import { seeLink } from '../../shared/application/answering/see-link.ts';
import { seeMyLeads } from '../../shared/application/answering/see-my-leads.ts';
import { absencePathText, linkPathText, readRequest } from '../../shared/contracts/http/answer-request.ts';
import { askedLanguage } from '../../shared/contracts/http/asked-language.ts';
import { noticePage } from '../../shared/pages/notice-page.tsx';
import { pageResponse, seeAgain } from '../../shared/pages/page-response.ts';
import type { PagePorts } from '../../shared/ports/ports.ts';

/** The page behind a link: GET shows the lead and changes nothing, for scanners open links too; POST answers. */
export const answerAlert =
  (ports: PagePorts) =>
  async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const asked = askedLanguage(event);
    try {
      const request = readRequest(event);
      if (request.kind === 'see')
        return await pageResponse(await seeLink(request.link, asked, ports), request.headOnly);
      if (request.kind === 'see-my-leads')
        return await pageResponse(await seeMyLeads(request, asked, ports), request.headOnly);
      if (request.kind === 'see-absence')
        return await pageResponse(await seeAbsence(request, asked, ports), request.headOnly);
      if (request.kind === 'set-absence') {
        const page = await setAbsence(request, asked, ports);
        return page === undefined ? seeAgain(absencePathText(request.token)) : await pageResponse(page);
      }
      if (request.kind !== 'answer') return await pageResponse(noticePage(request.kind, { language: asked }));
      const page = await answerPage(request, asked, ports);
      return page === undefined ? seeAgain(linkPathText(request.link)) : await pageResponse(page);
    } catch (error) {
      ports.observer.error('A link could not be served', error);
      return pageResponse(noticePage('failure', { language: asked }));
    }
  };

import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { showFigures } from '../../shared/application/measures/show-figures.ts';
import { readFiguresRequest } from '../../shared/contracts/http/figures-request.ts';
import { noticePage } from '../../shared/pages/notice-page.tsx';
import { pageResponse } from '../../shared/pages/page-response.ts';
import type { FiguresPagePorts } from '../../shared/ports/ports.ts';

/** The page of figures for whoever has a pass, and the form by which somebody of the agreement gets one. */
export const showMeasures = (ports: FiguresPagePorts) => {
  const show = showFigures(ports);
  return async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    try {
      return await show(readFiguresRequest(event));
    } catch (error) {
      ports.observer.error('Figures could not be shown', error);
      return pageResponse(noticePage('failure', { language: 'en' }));
    }
  };
};

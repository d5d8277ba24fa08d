import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type ReceivingByWebPorts, receiveByWeb } from '../../shared/application/receiving/receive-by-web.ts';
import { readSourceRequest } from '../../shared/contracts/http/source-request.ts';

/** What another system sends: verified, kept for translate-lead, and answered at once. */
export const receiveWebhook =
  (ports: ReceivingByWebPorts) =>
  async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const { response } = await receiveByWeb(readSourceRequest(event), ports);
    const { status, headers, body } = response;
    return { statusCode: status, headers, body };
  };

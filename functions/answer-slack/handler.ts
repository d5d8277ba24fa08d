import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { answerSlackRequest } from '../../shared/application/answering/answer-slack-request.ts';
import { readSourceRequest } from '../../shared/contracts/http/source-request.ts';
import type { SlackPorts } from '../../shared/ports/ports.ts';

/** A button that a rep pressed in Slack: the same answer as by the link's page. */
export const answerSlack =
  (ports: SlackPorts) =>
  async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const { status, headers, body } = await answerSlackRequest(readSourceRequest(event), ports);
    return { statusCode: status, headers, body };
  };

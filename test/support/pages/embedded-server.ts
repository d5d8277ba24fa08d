import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Embedded } from '../../../simulator/embedded.ts';
import { httpEvent } from './http-event.ts';

export interface EmbeddedServer {
  close(): Promise<void>;
}

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
};

const send = (
  response: ServerResponse,
  { statusCode = 200, headers = {}, body }: APIGatewayProxyStructuredResultV2,
) => {
  response.statusCode = statusCode;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, String(value));
  response.end(body);
};

/** Serves the answer page of an embedded runtime on this machine, as an HTTP API does in front of the function. */
export const serveEmbedded = async (runtime: Embedded, port: number): Promise<EmbeddedServer> => {
  const serve = async (request: IncomingMessage): Promise<APIGatewayProxyStructuredResultV2> => {
    const { method = '', url = '' } = request;
    const text = await readBody(request);
    return runtime.answer(
      httpEvent({ method, path: url.replace(/\?.*$/, ''), ...(text === '' ? {} : { body: text }) }),
    );
  };
  const server = createServer((request, response) => {
    serve(request).then(
      (result) => send(response, result),
      (error: unknown) => response.writeHead(502).end(String(error)),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
};

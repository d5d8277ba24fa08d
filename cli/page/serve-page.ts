import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { answerMeasures, type MeasuresSource } from '../../shared/application/measures/answer-measures.ts';

/** Nobody but this machine is served: the page names people. */
const HOST = '127.0.0.1';

/** A name of another site that leads here must not read the page in somebody's browser. */
const OWN_HOST = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

export interface ServedPage {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the page of measures on a port of this machine; port 0 takes any that is free. Rejects where it is taken. */
export const servePage = async (source: MeasuresSource, port: number): Promise<ServedPage> => {
  const answer = answerMeasures(source);
  // Whoever opens it first does not wait for the counting.
  await answer({ method: 'GET', path: '/', query: new URLSearchParams(), base: '' });
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!OWN_HOST.test(request.headers.host ?? '')) {
      response.writeHead(421).end();
      return;
    }
    const { pathname, searchParams } = new URL(request.url ?? '/', `http://${HOST}`);
    const {
      statusCode = 200,
      headers,
      body,
    } = await answer({
      method: request.method ?? 'GET',
      path: pathname,
      query: searchParams,
      base: '',
    });
    for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, String(value));
    response.writeHead(statusCode).end(body);
  };
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
  const address = server.address();
  const at = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${HOST}:${at}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
};

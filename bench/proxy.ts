import { createServer, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { freePort } from '../test/support/e2e/free-port.ts';

/** A call as the functions make it. */
export interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What AWS says to it. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer | string;
}

export interface AwsProxy {
  /** Such as `http://127.0.0.1:40000`. */
  readonly endpoint: string;
  stop(): Promise<void>;
}

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
};

const forwardTo = (target: string, { url = '/', method }: IncomingMessage, { headers, body }: Call): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const call = request(new URL(url, target), { method, headers }, (answer) => {
      bodyOf(answer).then(
        (text) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: text }),
        reject,
      );
    });
    call.on('error', reject);
    call.end(body);
  });

/**
 * Stands between functions and AWS. What `serve` makes of a call is its answer; where it makes nothing of it, the connection
 * breaks. `forward` asks AWS itself.
 */
export const startProxy = async (
  target: string,
  serve: (call: Call, forward: () => Promise<Answer>) => Promise<Answer | undefined>,
): Promise<AwsProxy> => {
  const server = createServer((asked, answer) => {
    const answered = async (): Promise<void> => {
      const call = { headers: asked.headers, body: await bodyOf(asked) };
      const said = await serve(call, () => forwardTo(target, asked, call));
      if (said === undefined) answer.destroy();
      else answer.writeHead(said.status, said.headers).end(said.body);
    };
    answered().catch(() => answer.destroy());
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};

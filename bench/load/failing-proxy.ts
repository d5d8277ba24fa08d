import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createSeededIds } from '../../shared/adapters/memory/seeded-ids.ts';
import { freePort } from '../../test/support/e2e/free-port.ts';

/** How a call fails that AWS answers badly: refused for now, failed, or done though the answer is lost. */
const FAILURES = ['throttled', 'internal', 'lost'] as const;

type Failure = (typeof FAILURES)[number];

export interface FailingProxy {
  /** Such as `http://127.0.0.1:40000`. */
  readonly endpoint: string;
  readonly calls: () => { readonly passed: number; readonly failed: Readonly<Record<Failure, number>> };
  stop(): Promise<void>;
}

/** What AWS says, by the codes that its clients know: the table's in JSON, those of SNS in XML. */
const refusalOf = (failure: Exclude<Failure, 'lost'>, { headers }: IncomingMessage) => {
  const [status, ofTable, ofSns] =
    failure === 'throttled'
      ? [400, 'ThrottlingException', 'Throttling']
      : [500, 'InternalServerError', 'InternalFailure'];
  return headers['x-amz-target'] === undefined
    ? {
        status,
        type: 'text/xml',
        text: `<ErrorResponse><Error><Type>Receiver</Type><Code>${ofSns}</Code><Message>planted</Message></Error></ErrorResponse>`,
      }
    : {
        status,
        type: 'application/x-amz-json-1.0',
        text: JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${ofTable}`, message: 'planted' }),
      };
};

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
};

const forward = async (
  target: string,
  asked: IncomingMessage,
): Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }> => {
  const body = await bodyOf(asked);
  return new Promise((resolve, reject) => {
    const call = request(
      new URL(asked.url ?? '/', target),
      { method: asked.method, headers: asked.headers },
      (answer) => {
        bodyOf(answer).then(
          (text) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: text }),
          reject,
        );
      },
    );
    call.on('error', reject);
    call.end(body);
  });
};

/** Stands between functions and AWS, and fails one call in so many, by chance that a seed decides. */
export const startFailingProxy = async (
  target: string,
  { oneIn, seed }: { readonly oneIn: number; readonly seed: number },
): Promise<FailingProxy> => {
  const { random } = createSeededIds(seed);
  let passed = 0;
  const failed: Record<Failure, number> = { throttled: 0, internal: 0, lost: 0 };

  const failureNow = (): Failure | undefined =>
    random() * oneIn < 1 ? FAILURES[Math.floor(random() * FAILURES.length)] : undefined;

  const serve = async (asked: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const failure = failureNow();
    if (failure === undefined) passed += 1;
    else failed[failure] += 1;
    if (failure === 'throttled' || failure === 'internal') {
      await bodyOf(asked);
      const { status, type, text } = refusalOf(failure, asked);
      answer.writeHead(status, { 'content-type': type }).end(text);
      return;
    }
    const { status, headers, body } = await forward(target, asked);
    // What was done is done; whoever asked learns of it no more.
    if (failure === 'lost') answer.destroy();
    else answer.writeHead(status, headers).end(body);
  };

  const server = createServer((asked, answer) => {
    serve(asked, answer).catch(() => answer.destroy());
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${port}`,
    calls: () => ({ passed, failed }),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};

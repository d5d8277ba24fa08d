import { createSeededIds } from '../../shared/adapters/memory/seeded-ids.ts';
import { type Answer, type AwsProxy, type Call, startProxy } from '../proxy.ts';

/** How a call fails that AWS answers badly: refused for now, failed, or done though the answer is lost. */
const FAILURES = ['throttled', 'internal', 'lost'] as const;

type Failure = (typeof FAILURES)[number];

export interface FailingProxy extends AwsProxy {
  readonly calls: () => { readonly passed: number; readonly failed: Readonly<Record<Failure, number>> };
}

/** What AWS says, by the codes that its clients know: the table's in JSON, those of SNS in XML. */
const refusalOf = (failure: Exclude<Failure, 'lost'>, { headers }: Call): Answer => {
  const [status, ofTable, ofSns] =
    failure === 'throttled'
      ? [400, 'ThrottlingException', 'Throttling']
      : [500, 'InternalServerError', 'InternalFailure'];
  return headers['x-amz-target'] === undefined
    ? {
        status,
        headers: { 'content-type': 'text/xml' },
        body: `<ErrorResponse><Error><Type>Receiver</Type><Code>${ofSns}</Code><Message>planted</Message></Error></ErrorResponse>`,
      }
    : {
        status,
        headers: { 'content-type': 'application/x-amz-json-1.0' },
        body: JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${ofTable}`, message: 'planted' }),
      };
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

  const proxy = await startProxy(target, async (call, forward) => {
    const failure = failureNow();
    if (failure === undefined) passed += 1;
    else failed[failure] += 1;
    if (failure === 'throttled' || failure === 'internal') return refusalOf(failure, call);
    const answer = await forward();
    // What was done is done; whoever asked learns of it no more.
    return failure === 'lost' ? undefined : answer;
  });
  return { ...proxy, calls: () => ({ passed, failed }) };
};

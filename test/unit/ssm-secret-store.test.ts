import { GetParameterCommand, ParameterNotFound, SSMClient } from '@aws-sdk/client-ssm';
import { describe, expect, it } from 'vitest';
import { createSsmSecretStore } from '../../shared/adapters/aws/ssm-secret-store.ts';
import { MINUTE_MS, SECOND_MS } from '../../shared/domain/time/durations.ts';

/** SSM, as it answers just now. */
const pretendedSsm = () => {
  const kept = new Map<string, string>();
  let isDown = false;
  const asked: string[] = [];
  const client = new SSMClient({ region: 'eu-central-1' });
  client.send = async (command: unknown) => {
    if (!(command instanceof GetParameterCommand)) throw new Error('Not expected');
    const { Name = '', WithDecryption } = command.input;
    asked.push(Name);
    if (isDown || WithDecryption !== true) throw new Error('ThrottlingException of s3cret');
    const Value = kept.get(Name);
    if (Value === undefined) throw new ParameterNotFound({ message: Name, $metadata: {} });
    return { Parameter: { Value } };
  };
  return {
    client,
    kept,
    asked,
    fail: (down: boolean): void => {
      isDown = down;
    },
  };
};

const opened = () => {
  const ssm = pretendedSsm();
  let now = 0;
  const store = createSsmSecretStore({ client: ssm.client, prefix: '/golden-hour/Sales/', time: { now: () => now } });
  return {
    ...ssm,
    store,
    pass: (ms: number): void => {
      now += ms;
    },
  };
};

describe('what is kept secret', () => {
  it('is read by its name, and known for five minutes', async () => {
    const { store, kept, asked, pass } = opened();
    kept.set('/golden-hour/Sales/sources/demo', '{"token":"a"}');
    expect(await store.read('sources/demo')).toEqual({ token: 'a' });
    kept.set('/golden-hour/Sales/sources/demo', '{"token":"b"}');
    pass(5 * MINUTE_MS - 1);
    expect(await store.read('sources/demo')).toEqual({ token: 'a' });
    pass(1);
    expect(await store.read('sources/demo')).toEqual({ token: 'b' });
    expect(asked).toHaveLength(2);
  });

  it('is undefined where nothing is kept, and looked for again ten seconds later', async () => {
    const { store, kept, asked, pass } = opened();
    expect(await store.read('sinks/crm')).toBeUndefined();
    expect(await store.read('sinks/crm')).toBeUndefined();
    expect(asked).toHaveLength(1);
    kept.set('/golden-hour/Sales/sinks/crm', '{}');
    pass(10 * SECOND_MS);
    expect(await store.read('sinks/crm')).toEqual({});
  });

  it('is what it was while SSM does not answer', async () => {
    const { store, kept, pass, fail } = opened();
    kept.set('/golden-hour/Sales/sources/demo', '{"token":"a"}');
    await store.read('sources/demo');
    fail(true);
    pass(60 * MINUTE_MS);
    expect(await store.read('sources/demo')).toEqual({ token: 'a' });
  });

  it.each([
    ['SSM does not answer', undefined],
    ['it is no JSON', 's3cret'],
  ])('is an error that tells nothing of it where %s', async (_, text) => {
    const { store, kept, fail } = opened();
    if (text === undefined) fail(true);
    else kept.set('/golden-hour/Sales/sources/demo', text);
    const failure = await store.read('sources/demo').catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'SECRET_UNREADABLE' });
    expect(String(failure)).not.toContain('s3cret');
  });
});

import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFailingProxy } from '../../bench/load/failing-proxy.ts';
import { freePort } from '../support/e2e/free-port.ts';

let served = 0;
const target = createServer((_, answer) => {
  served += 1;
  answer.end('done');
});
let endpoint = '';

beforeAll(async () => {
  const port = await freePort();
  await new Promise<void>((resolve) => target.listen(port, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${port}`;
});
afterAll(() => target.close());

/** What each of so many calls comes to: the answer, or that there was none. */
const outcomes = async (count: number, headers: Record<string, string>, seed: number) => {
  const proxy = await startFailingProxy(endpoint, { oneIn: 5, seed });
  const told: string[] = [];
  for (let call = 0; call < count; call++) {
    const answer = await fetch(proxy.endpoint, { method: 'POST', body: '{}', headers }).catch(() => undefined);
    told.push(answer === undefined ? 'no answer' : `${answer.status} ${await answer.text()}`);
  }
  const calls = proxy.calls();
  await proxy.stop();
  return { told, calls };
};

const TABLE = { 'x-amz-target': 'DynamoDB_20120810.TransactWriteItems' };

describe('a proxy that fails one call in five', () => {
  it('lets the others through, and is the same for the same seed', async () => {
    const { told, calls } = await outcomes(200, TABLE, 7);
    const failed = Object.values(calls.failed).reduce((sum, count) => sum + count, 0);
    expect(calls.passed + failed).toBe(200);
    expect(failed).toBeGreaterThan(20);
    expect(failed).toBeLessThan(60);
    expect(told.filter((one) => one === '200 done')).toHaveLength(calls.passed);
    expect((await outcomes(200, TABLE, 7)).told).toEqual(told);
  });

  it('fails as the table and as SNS do', async () => {
    const table = await outcomes(100, TABLE, 1);
    expect(table.told.some((one) => /^400 .*#ThrottlingException/.test(one))).toBe(true);
    expect(table.told.some((one) => /^500 .*#InternalServerError/.test(one))).toBe(true);
    const sns = await outcomes(100, {}, 1);
    expect(sns.told.some((one) => one.includes('<Code>Throttling</Code>'))).toBe(true);
  });

  it('does what it gives no answer to', async () => {
    const before = served;
    const { told, calls } = await outcomes(100, TABLE, 2);
    expect(calls.failed.lost).toBeGreaterThan(0);
    expect(told.filter((one) => one === 'no answer')).toHaveLength(calls.failed.lost);
    expect(served - before).toBe(calls.passed + calls.failed.lost);
  });
});

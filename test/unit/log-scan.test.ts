import { describe, expect, it } from 'vitest';
import { leaksIn } from '../support/e2e/log-scan.ts';

const TOKEN = 'q3Zk-9_bYwXh2LmN0pRsTg';

const KNOWN = {
  texts: ['Jane.Doe@acme.example', 'Doe-1a2b3c4d'],
  phones: ['+49 (0)30 2345 6789', '+491555000001'],
  isToken: (word: string) => word === TOKEN,
};

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('a scan of log lines finds', () => {
  it.each([
    ['an address of the run', 'refused jane.doe@ACME.example', 'a known text'],
    ['one as it stands in a URL', 'GET /leads?email=Jane.Doe%40acme.example&x=100%', 'a known text'],
    ['one as JSON may write it', '{"email":"Jane.Doe\\u0040acme.example"}', 'a known text'],
    ['one in a form body', `{"body":"${base64('answer=accept&email=Jane.Doe@acme.example')}"}`, 'a known text'],
    ['a name of the run', '{"message":"no such lead: doe-1a2b3c4d"}', 'a known text'],
    ['any other address', 'could not write identity#max.müller@straße.example', 'an address'],
    ['any other address in a list', '["a","bob+x@mail.example.org"]', 'an address'],
    ['a link', 'https://abc.execute-api.eu-central-1.amazonaws.com/a/AAAAAAAAAAAAAAAAAAAAAA', 'a capability'],
    ['a capability by itself', `token ${TOKEN} is unknown`, 'a capability'],
    ['a capability within a word', `link_${TOKEN}_ana`, 'a capability'],
    ['a capability in a request', `{"rawPath":"${base64(`/a/${TOKEN}`)}"}`, 'a capability'],
    ['a number of the run', 'Invalid parameter: +491555000001', 'a phone number'],
    ['a number of the run, written by somebody else', '{"phone":"030 / 2345-6789"}', 'a phone number'],
    ['a number without its plus', '"to":"491555000001"', 'a phone number'],
    ['a number within a word', 'phone491555000001', 'a phone number'],
    ['any other number', 'not valid to publish to: +44 20 7946 0000', 'a phone number'],
    ['any other number in a URL', 'GET /search?phone=%2B442079460000', 'a phone number'],
  ])('%s', (_, line, what) => {
    expect(leaksIn(['INFO nothing to see', line, 'INFO nothing else'], KNOWN)).toMatchObject([{ what, line }]);
  });

  it('nothing in what functions and a local AWS do say', () => {
    const harmless = [
      '{"level":"ERROR","message":"A message could not be handled","timestamp":"2026-11-22T09:28:03.123Z","service":"route-lead","code":"TOO_MANY_CONFLICTS","places":["at file:///var/task/node_modules/@aws-sdk/client-dynamodb/dist/index.mjs:12:345"],"messageId":"0f7c6a52-4c5e-4f0a-9d2e-4a8f7f0f6b1c"}',
      '{"_aws":{"Timestamp":1795339685051,"CloudWatchMetrics":[{"Namespace":"GoldenHour"}]},"service":"alert-rep","MessageSent":[1,1]}',
      'START RequestId: 6f1d7f8e-2c40-4d0e-8f5e-0d9d1c1e2b3a Version: $LATEST',
      '2026-11-22 09:27:40 INFO [lambda] ESM: Lambda GoldenHour-GoldenHourAlertRepFunction0EB48273-B97470192163A output:',
      '[2026-11-22 09:27:40 +0000] [1086] [INFO] Running on http://127.0.0.1:41657 (CTRL + C to quit)',
      'Root=1-6561d3a0-0123456789abcdef01234567;Sampled=1 lead 4f3c2b1a09f8e7d6c5b4a39281706f5e',
      'ministack@1.5.33 100% ready',
    ];
    expect(leaksIn(harmless, KNOWN)).toEqual([]);
  });
});

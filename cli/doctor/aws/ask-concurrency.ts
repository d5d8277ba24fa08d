import { text } from 'node:stream/consumers';
import type { SNSClient } from '@aws-sdk/client-sns';
import * as z from 'zod';

const Settings = z.object({ AccountLimit: z.object({ ConcurrentExecutions: z.number() }) });

const endpointOf = (region: string): string => {
  const { AWS_ENDPOINT_URL_LAMBDA: own, AWS_ENDPOINT_URL: all } = process.env;
  return own ?? all ?? `https://lambda.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
};

/**
 * How many functions of the account may run at once in the region. One question, signed by the client of another
 * service: Lambda's own would make what npm installs larger by a hundredth.
 */
export const askConcurrency = async ({ config }: Pick<SNSClient, 'config'>): Promise<number> => {
  const region = await config.region();
  const { protocol, hostname, port } = new URL(endpointOf(region));
  const signer = await config.signer({
    name: 'sigv4',
    signingName: 'lambda',
    signingRegion: region,
    properties: {},
  });
  const request = await signer.sign({
    method: 'GET',
    protocol,
    hostname,
    ...(port === '' ? {} : { port: Number(port) }),
    path: '/2016-08-19/account-settings/',
    headers: { host: port === '' ? hostname : `${hostname}:${port}` },
  });
  const { response } = await config.requestHandler.handle(request);
  const answer = await text(response.body);
  if (response.statusCode !== 200) throw new Error(`${response.statusCode}: ${answer}`);
  return Settings.parse(JSON.parse(answer)).AccountLimit.ConcurrentExecutions;
};

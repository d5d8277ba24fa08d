/** Region, credentials and endpoint are the shell's own. A question that is throttled is asked again; none waits for ever. */
export const CLIENT_CONFIG = {
  maxAttempts: 5,
  retryMode: 'adaptive',
  requestHandler: { connectionTimeout: 5_000, requestTimeout: 20_000 },
};

/** For SDK clients of this process: MiniStack, whatever the shell's own AWS profile is. */
export const clientConfig = (endpoint: string) => ({
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});

import { command } from '../command-line/command.ts';
import { option } from '../command-line/parameter.ts';
import { AGREEMENT, file, JSON_OUTPUT } from '../options.ts';

export const receive = command({
  name: 'receive',
  summary: 'plays recorded requests of other systems through sources.yaml, and prints the events that come of them',
  details:
    'Each line of --requests is { at, method, url, headers, bodyBase64 }, or { at, event } of a partner bus. The secrets are a JSON file: { SOURCE: { token, secrets, apiToken } }. What would be asked of the outside is answered from --api. docs/sources.md says how each kind is read. The exit code is 2 if sources.yaml or a file cannot be used.',
  takes: {
    agreement: AGREEMENT,
    requests: option('file', 'recorded requests, one a line', file('a file of requests')),
    secrets: option('file', 'what would be kept secret of each source', file('a file of secrets')),
    api: option('file', 'what the outside answers', file('a file of answers').exactOptional()),
    json: JSON_OUTPUT,
  },
  examples: [
    {
      line: 'golden-hour receive --agreement agreement --requests requests.ndjson --secrets secrets.json',
      does: 'shows what comes of each request, before a form is pointed at the stack',
    },
  ],
  run: async (options, { stdout }) => {
    const { receive: play } = await import('./receive.ts');
    return play(options, stdout);
  },
});

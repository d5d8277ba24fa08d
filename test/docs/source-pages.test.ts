import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeDigests } from '../../shared/adapters/node/node-digests.ts';
import { loadSources } from '../../shared/agreement/sources/read-sources.ts';
import { keysOfSample } from '../../shared/application/receiving/keys-of-sample.ts';
import { type Translation, translateReceived } from '../../shared/application/receiving/translate-received.ts';
import { readInbound } from '../../shared/contracts/events/read-inbound.ts';
import { HUBSPOT_PROPERTIES } from '../../shared/contracts/sources/kinds/hubspot-properties.ts';
import { sourceSecrets } from '../../shared/contracts/sources/source-secrets.ts';
import type { Source } from '../../shared/domain/source/source.ts';
import { SOURCE_KINDS } from '../../shared/domain/vocabulary/source-kinds.ts';
import { blocksOf, sectionOf } from '../support/docs/markdown.ts';
import { readMatching } from '../support/rules/repository-files.ts';

const pages = readMatching(/^docs\/sources\/[^/]+\.md$/);
const index = readMatching(/^docs\/sources\.md$/).get('docs/sources.md') ?? '';

/** What a block says that shows what arrives. */
const TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  xml: 'text/xml',
  form: 'application/x-www-form-urlencoded',
};

interface Body {
  readonly language: string;
  readonly text: string;
}

interface Example {
  readonly page: string;
  /** `sources.yaml`, as it stands on the page. */
  readonly yaml: string;
  /** What arrives of its source: the next block that shows it. */
  readonly body: Body | undefined;
}

const examplesOf = (page: string, text: string): readonly Example[] =>
  blocksOf(text).flatMap(({ language, text: yaml }, i, all) => {
    if (language !== 'yaml' || !yaml.startsWith('sources:')) return [];
    const body = all.slice(i + 1).find((block) => TYPES[block.language] !== undefined);
    return [{ page, yaml, body }];
  });

const examples = [...pages].flatMap(([page, text]) => examplesOf(page, text));

/** As the check of an agreement reads them, with what arrives as the sample of the one source. */
const checked = async (yaml: string, sample?: Body): Promise<Awaited<ReturnType<typeof loadSources>>> => {
  const folder = mkdtempSync(join(tmpdir(), 'source-page-'));
  try {
    writeFileSync(join(folder, 'sources.yaml'), yaml);
    const name = /name: ([\w-]+)/.exec(yaml)?.[1] ?? '';
    mkdirSync(join(folder, 'sources'));
    if (sample?.language === 'json') writeFileSync(join(folder, 'sources', `${name}.sample.json`), sample.text);
    return await loadSources(folder, keysOfSample);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const sourcesIn = async (yaml: string): Promise<readonly Source[]> => {
  const loaded = await checked(yaml);
  return 'sources' in loaded ? loaded.sources : [];
};

/** A form is shown a line a field; a line that is moved in goes on with the one before. */
const bytesOf = ({ language, text }: Body): Uint8Array => {
  if (language !== 'form') return Buffer.from(text);
  const fields = text
    .trimEnd()
    .replaceAll(/\n +/g, '')
    .split('\n')
    .map((line): [string, string] => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]);
  return Buffer.from(new URLSearchParams(fields).toString());
};

/** The lead that would be fetched is gone: so it shows that one was asked for. */
const translated = (source: Source, body: Body): Promise<Translation> =>
  translateReceived(
    {
      source: source.name,
      receivedAt: Date.UTC(2026, 10, 16, 9),
      headers: { 'content-type': TYPES[body.language] ?? '' },
      body: bytesOf(body),
    },
    source,
    { digests: nodeDigests, fetch: async () => ({ missing: 'gone' }) },
  );

describe('the page of a source', () => {
  it('is there for each kind, and in the index', async () => {
    const kinds = new Map<string, string>();
    for (const { page, yaml } of examples) for (const { kind } of await sourcesIn(yaml)) kinds.set(kind, page);
    // Slack is a channel to reps; docs/sinks/slack.md is its page.
    const wanted = SOURCE_KINDS.filter((kind) => kind !== 'slack');
    expect(wanted.filter((kind) => !kinds.has(kind))).toEqual([]);
    const rows = sectionOf(index, '## Kinds').split('\n');
    const linked = (kind: string): boolean =>
      rows.some((row) => row.includes(`\`${kind}\``) && row.includes(`(${kinds.get(kind)?.replace('docs/', '')})`));
    expect(wanted.filter((kind) => !linked(kind))).toEqual([]);
    expect([...pages.keys()].filter((page) => ![...kinds.values()].includes(page))).toEqual([]);
  });

  it.each(examples)(
    'has a sources.yaml that the check takes, with what arrives as its sample: $page',
    async (example) => {
      expect(await checked(example.yaml, example.body)).not.toHaveProperty('problems');
      expect(example.body).toBeDefined();
    },
  );

  it('shares that with the index', async () => {
    const [example] = examplesOf('docs/sources.md', index);
    expect(await checked(example?.yaml ?? '')).not.toHaveProperty('problems');
  });

  it.each(examples)('shows what arrives, and it is read with nothing left out: $page', async ({ yaml, body }) => {
    const [source] = await sourcesIn(yaml);
    if (source === undefined || body === undefined) throw new Error('nothing is shown');
    const { events, refused, ignored } = await translated(source, body);
    expect(refused).toEqual([]);
    if (events.length === 0) expect(ignored).toEqual([expect.stringContaining('that is gone')]);
    for (const event of events) {
      const reading = readInbound(JSON.stringify({ id: 'e', time: '2026-11-16T09:00:00Z', ...event }));
      expect(reading).toMatchObject({ ok: true, ignored: [] });
    }
  });

  it('names each property that HubSpot is asked for', () => {
    const page = pages.get('docs/sources/hubspot.md') ?? '';
    expect(HUBSPOT_PROPERTIES.filter((property) => !page.includes(`\`${property}\``))).toEqual([]);
  });

  it('says of parts that a secret has where they are at the vendor', () => {
    const tables = [...pages.values()].flatMap((text) => text.match(/^\| secret\.json \|(?:.*\n)+?(?!\|)/gm) ?? []);
    const named = tables.flatMap((table) => [...table.matchAll(/^\| `(\w+)` /gm)].map(([, part = '']) => part));
    expect(new Set(named)).toEqual(new Set(['secrets', 'apiToken', 'apiTokenUntil', 'verifyToken']));
    expect(named.filter((part) => !(part in sourceSecrets.shape))).toEqual([]);
  });
});

describe('the rules themselves', () => {
  it('see a source that the check refuses, and a map that names what does not arrive', async () => {
    expect(await checked('sources:\n  - { name: a, kind: typefrom }\n')).toHaveProperty('problems');
    const yaml = 'sources:\n  - { name: a, kind: json, map: { company.name: "{gone}" } }\n';
    expect(await checked(yaml, { language: 'json', text: '{ "email": "a@b.example" }' })).toHaveProperty('problems');
  });
});

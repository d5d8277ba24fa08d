import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { decodeDocument, SCHEMA_VERSION } from '../../shared/adapters/aws/item-codec.ts';
import { documentSchemas, isDocumentType } from '../../shared/contracts/documents/documents.ts';
import type { DocumentType } from '../../shared/domain/documents.ts';

const TYPES = Object.keys(documentSchemas).filter(isDocumentType);

/** The version that is written, and the one before it, which an upgrade finds in the table. */
const READ = [SCHEMA_VERSION - 1, SCHEMA_VERSION].filter((version) => version > 0);

const pathOf = (version: number, file: string): string =>
  fileURLToPath(new URL(`stored/v${version}/${file}`, import.meta.url));

const Line = z.record(z.string(), z.unknown());

/** Documents as a version of the product has written them. */
const samples = (version: number, type: DocumentType): readonly z.output<typeof Line>[] =>
  readFileSync(pathOf(version, `${type}.ndjson`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => Line.parse(JSON.parse(line)));

const readBack = (type: DocumentType, schemaVersion: number, body: z.output<typeof Line>): unknown =>
  decodeDocument(
    { type, id: 'one' },
    { version: { N: '1' }, schemaVersion: { N: String(schemaVersion) }, body: { M: marshall(body) } },
  ).value;

describe.each(TYPES)('the document %s in the table', (type) => {
  /*
   * What is stored outlives the code. Where this fails, either documents of the shape before are still read, which the
   * samples below say: then `npx vitest run test/contract/stored-documents.test.ts -u` writes the shape down, the samples
   * get a line that has what is new, and docs/upgrading.md says what the version before cannot read. Or they are not: then
   * raise SCHEMA_VERSION, and have decodeDocument bring a document of the version before into the new shape.
   */
  it('has the shape that is written down for its version', async () => {
    const shape = z.toJSONSchema(documentSchemas[type], { unrepresentable: 'any' });
    await expect(`${JSON.stringify(shape, null, 1)}\n`).toMatchFileSnapshot(
      pathOf(SCHEMA_VERSION, `${type}.shape.txt`),
    );
  });

  it.each(READ)('is read as version %i has written it, and nothing of it is lost', (version) => {
    expect(existsSync(pathOf(version, `${type}.ndjson`))).toBe(true);
    for (const body of samples(version, type)) expect(readBack(type, version, body)).toEqual(body);
  });
});

describe('a document of a version that nobody can have upgraded from', () => {
  it('is not taken for one that can be read', () => {
    expect(() => readBack('receipt', SCHEMA_VERSION + 1, { at: 1 })).toThrow(/Deploy the version that wrote it/);
  });
});

describe('a lead that sales had qualified, as it was stored while that ended it', () => {
  it('is read as qualified, of nobody', () => {
    const [sample] = samples(SCHEMA_VERSION, 'lead').filter(({ stage }) => stage === 'ended');
    const { end: _, endedAt, ...lead } = { ...sample };
    expect(readBack('lead', SCHEMA_VERSION, { ...sample, end: 'sales-qualified' })).toEqual({
      ...lead,
      stage: 'sales-qualified',
      salesQualifiedAt: endedAt,
    });
  });
});

describe('the samples', () => {
  it('have each stage of a lead', () => {
    const stages = new Set(samples(SCHEMA_VERSION, 'lead').map(({ stage }) => stage));
    expect([...stages].toSorted()).toEqual(
      [
        'accepted',
        'assigned',
        'contacted',
        'ended',
        'nurture',
        'qualified',
        'sales-qualified',
        'uncaptured',
        'waiting',
      ].toSorted(),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { ATHENA_QUERIES } from '../../infra/athena-queries.ts';
import { ofType, prop } from './lookup.ts';
import { type Resources, synth } from './synth.ts';

const { main } = synth();
const without: Resources = synth({ config: { athena: false } }).main;

/** The one resource of a type. */
const only = (type: string) => {
  const [found, ...more] = ofType(main, type);
  if (found === undefined || more.length > 0) throw new Error(`${more.length + 1} of ${type}`);
  return found[1];
};

const KINDS = [
  'AWS::Pipes::Pipe',
  'AWS::KinesisFirehose::DeliveryStream',
  'AWS::S3::Bucket',
  'AWS::Glue::Table',
  'AWS::Athena::NamedQuery',
];

describe('figures in S3, for Athena', () => {
  it('are there where they are asked for and kept, and nowhere else', () => {
    for (const kind of KINDS) {
      expect(ofType(main, kind).length).toBeGreaterThan(0);
      expect(ofType(without, kind)).toEqual([]);
    }
    expect(ofType(synth({ config: { athena: true, measures: false } }).main, 'AWS::Pipes::Pipe')).toEqual([]);
  });

  it('come of what is kept of a lead alone: not of documents, whose names and addresses stay in the table', () => {
    const [filter] = Object(prop(only('AWS::Pipes::Pipe'), 'SourceParameters', 'FilterCriteria', 'Filters'));
    expect(JSON.parse(filter.Pattern)).toEqual({
      eventName: ['INSERT', 'MODIFY'],
      dynamodb: {
        Keys: { pk: { S: [{ prefix: 'measured#' }] } },
        NewImage: { body: { S: [{ exists: true }] } },
      },
    });
  });

  it('are lines, compressed, in partitions by day that the table knows by the calendar', () => {
    const destination = prop(only('AWS::KinesisFirehose::DeliveryStream'), 'ExtendedS3DestinationConfiguration');
    expect(destination).toMatchObject({
      Prefix: 'figures/day=!{timestamp:yyyy-MM-dd}/',
      CompressionFormat: 'GZIP',
      ProcessingConfiguration: { Enabled: true, Processors: [{ Type: 'AppendDelimiterToRecord' }] },
    });
    const input = JSON.stringify(prop(only('AWS::Glue::Table'), 'TableInput'));
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Glue puts the day in.
    expect(input).toContain('/figures/day=${day}/');
    expect(input).toContain('org.openx.data.jsonserde.JsonSerDe');
  });

  it('have a saved query for each, over the table of the stack, in the work group that bounds what it reads', () => {
    const queries = ofType(main, 'AWS::Athena::NamedQuery').map(([, each]) => each);
    expect(queries.map((each) => prop(each, 'Name'))).toEqual([...ATHENA_QUERIES]);
    const workGroup = prop(only('AWS::Athena::WorkGroup'), 'Name');
    for (const each of queries) {
      expect(prop(each, 'WorkGroup')).toBe(workGroup);
      expect(prop(each, 'QueryString')).toMatch(/^WITH period AS \([\s\S]*FROM figures/);
    }
    expect(prop(only('AWS::Athena::WorkGroup'), 'WorkGroupConfiguration')).toMatchObject({
      EnforceWorkGroupConfiguration: true,
      BytesScannedCutoffPerQuery: 100 * 2 ** 30,
    });
  });

  it('stay when the stack is deleted, as the table does', () => {
    const bucket = only('AWS::S3::Bucket');
    expect([bucket.DeletionPolicy, bucket.UpdateReplacePolicy]).toEqual(['RetainExceptOnCreate', 'Retain']);
  });
});

import type { CfnTable } from 'aws-cdk-lib/aws-glue';

/**
 * What Athena reads of a record of the table's stream: the id of a lead, and what is kept of it. Names are in lower case,
 * as Glue has them; the reader of JSON takes them in any case.
 */
export const KEPT_FIGURES_COLUMNS = [
  {
    name: 'dynamodb',
    type: [
      'struct<approximatecreationdatetime:bigint',
      'keys:struct<sk:struct<s:string>>',
      'newimage:struct<upto:struct<n:string>,body:struct<s:string>>>',
    ].join(','),
  },
] as const;

/** The table, and the folder of its files. */
export const FIGURES = 'figures';
/** Firehose writes a day's objects below it, by the clock of UTC. */
export const DAYS = `${FIGURES}/day=`;
/** Before the first deployment there is nothing. */
export const FIRST_DAY = '2026-01-01';

/** A table over the files. Which days there are follows from the calendar: nothing has to look for new ones. */
export const keptFiguresTable = (bucketName: string): CfnTable.TableInputProperty => ({
  name: FIGURES,
  description: 'What the figures of both teams are counted from: a lead after each of its changes',
  tableType: 'EXTERNAL_TABLE',
  partitionKeys: [{ name: 'day', type: 'string' }],
  parameters: {
    'projection.enabled': 'true',
    'projection.day.type': 'date',
    'projection.day.format': 'yyyy-MM-dd',
    'projection.day.range': `${FIRST_DAY},NOW`,
    'storage.location.template': `s3://${bucketName}/${DAYS}\${day}/`,
  },
  storageDescriptor: {
    columns: [...KEPT_FIGURES_COLUMNS],
    location: `s3://${bucketName}/${FIGURES}/`,
    inputFormat: 'org.apache.hadoop.mapred.TextInputFormat',
    outputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
    serdeInfo: { serializationLibrary: 'org.openx.data.jsonserde.JsonSerDe' },
  },
});

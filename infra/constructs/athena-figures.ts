import { Duration, Size, Stack, Validations } from 'aws-cdk-lib';
import { CfnNamedQuery, CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnDeliveryStream } from 'aws-cdk-lib/aws-kinesisfirehose';
import { FilterCriteria, FilterRule } from 'aws-cdk-lib/aws-lambda';
import { CfnPipe } from 'aws-cdk-lib/aws-pipes';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { MEASURED } from '../../shared/contracts/documents/table-layout.ts';
import type { ReportTerms } from '../../shared/domain/measures/terms.ts';
import { ATHENA_QUERIES, athenaQuery } from '../athena-queries.ts';
import { DAYS, FIGURES, FIRST_DAY, keptFiguresTable } from '../kept-figures-table.ts';
import { acknowledgeBelow } from './acknowledge.ts';
import { addAlarm } from './alarms.ts';
import type { DeploymentDefaults } from './deployment-defaults.ts';
import type { StateTable } from './state-table.ts';

export interface AthenaFiguresProps {
  readonly defaults: DeploymentDefaults;
  readonly state: StateTable;
  readonly terms: ReportTerms;
}

/** Of what is kept for figures, each lead as it is after a change. What a rebuild removes tells nothing. */
const KEPT_LEADS = FilterCriteria.filter({
  eventName: FilterRule.or('INSERT', 'MODIFY'),
  dynamodb: {
    Keys: { pk: { S: FilterRule.beginsWith(`${MEASURED}#`) } },
    NewImage: { body: { S: FilterRule.exists() } },
  },
});

const FAILED = 'failed';
const RESULTS = 'results/';

/** Whoever runs a query changes its two days; until then it asks for all. */
const ALL_DAYS = { from: FIRST_DAY, before: '2100-01-01' };

/**
 * All that figures are counted from goes to S3 as well, each lead anew with each change, for Athena and whatever else reads
 * files. The table's stream, a pipe and Firehose carry it; no function runs.
 */
export class AthenaFigures extends Construct {
  readonly bucket: Bucket;
  /** Where the saved queries are, and what they may cost. */
  readonly workGroup: string;
  readonly database: string;
  private readonly defaults: DeploymentDefaults;

  constructor(scope: Construct, id: string, { defaults, state, terms }: AthenaFiguresProps) {
    super(scope, id);
    this.defaults = defaults;
    // Names of Glue are small letters, digits and underscores.
    this.database = `${defaults.name}-figures`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');
    this.workGroup = `${defaults.name}-figures`;
    this.bucket = this.makeBucket();
    const delivery = this.deliver();
    this.carry(state, delivery);
    const table = this.describe();
    this.save(table, terms);
  }

  private makeBucket(): Bucket {
    const { encryptionKey, removalPolicy } = this.defaults;
    const bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy,
      ...(encryptionKey === undefined
        ? { encryption: BucketEncryption.S3_MANAGED }
        : { encryption: BucketEncryption.KMS, encryptionKey, bucketKeyEnabled: true }),
      lifecycleRules: [
        { prefix: RESULTS, expiration: Duration.days(30) },
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
    });
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'It holds figures without names. Who reads them is in CloudTrail, for whoever has data events on.',
    });
    return bucket;
  }

  /** What Firehose needs to write objects, and no more. */
  private deliveryRole(): Role {
    const role = new Role(this, 'DeliveryRole', { assumedBy: new ServicePrincipal('firehose.amazonaws.com') });
    const prefixes = [`${FIGURES}/*`, `${FAILED}/*`];
    role.addToPolicy(
      new PolicyStatement({
        actions: ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'],
        resources: [this.bucket.bucketArn],
      }),
    );
    role.addToPolicy(
      new PolicyStatement({
        actions: ['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'],
        resources: prefixes.map((prefix) => this.bucket.arnForObjects(prefix)),
      }),
    );
    for (const prefix of prefixes)
      acknowledgeBelow(role, this.bucket, `/${prefix}`, 'Each object has a name of its own, by its time.');
    this.defaults.encryptionKey?.grantEncryptDecrypt(role);
    return role;
  }

  /** Small objects are slow to read: as few as a quarter of an hour allows. */
  private deliver(): CfnDeliveryStream {
    const role = this.deliveryRole();
    const delivery = new CfnDeliveryStream(this, 'Delivery', {
      deliveryStreamType: 'DirectPut',
      deliveryStreamEncryptionConfigurationInput: { keyType: 'AWS_OWNED_CMK' },
      extendedS3DestinationConfiguration: {
        bucketArn: this.bucket.bucketArn,
        roleArn: role.roleArn,
        prefix: `${DAYS}!{timestamp:yyyy-MM-dd}/`,
        errorOutputPrefix: `${FAILED}/!{firehose:error-output-type}/!{timestamp:yyyy-MM-dd}/`,
        bufferingHints: {
          intervalInSeconds: Duration.minutes(15).toSeconds(),
          sizeInMBs: Size.mebibytes(64).toMebibytes(),
        },
        compressionFormat: 'GZIP',
        // A line each: Athena reads no more than one value of a line.
        processingConfiguration: { enabled: true, processors: [{ type: 'AppendDelimiterToRecord' }] },
      },
    });
    // Its policy has to be there before it looks whether it may write.
    delivery.node.addDependency(role);
    addAlarm(this, 'DeliveryAlarm', {
      defaults: this.defaults,
      what: 'What figures are counted from comes to S3 an hour late or later.',
      runbook: 'limits.md#figures-do-not-come-to-s3',
      metric: new Metric({
        namespace: 'AWS/Firehose',
        metricName: 'DeliveryToS3.DataFreshness',
        dimensionsMap: { DeliveryStreamName: delivery.ref },
        statistic: 'Maximum',
        period: Duration.minutes(15),
      }),
      atLeast: Duration.hours(1).toSeconds(),
    });
    return delivery;
  }

  private carry(state: StateTable, delivery: CfnDeliveryStream): void {
    const role = new Role(this, 'PipeRole', { assumedBy: new ServicePrincipal('pipes.amazonaws.com') });
    state.grantReadStream(role);
    this.defaults.encryptionKey?.grantDecrypt(role);
    role.addToPolicy(
      new PolicyStatement({
        actions: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
        resources: [delivery.attrArn],
      }),
    );
    const pipe = new CfnPipe(this, 'Pipe', {
      roleArn: role.roleArn,
      source: state.streamArn,
      sourceParameters: {
        filterCriteria: { filters: [KEPT_LEADS] },
        dynamoDbStreamParameters: {
          startingPosition: 'TRIM_HORIZON',
          batchSize: 100,
          maximumBatchingWindowInSeconds: 60,
          // A change that is given up on is made up for by the lead's next one: each tells the whole lead.
          maximumRetryAttempts: 50,
          maximumRecordAgeInSeconds: Duration.hours(12).toSeconds(),
        },
      },
      target: delivery.attrArn,
    });
    // It reads the stream as soon as it is made.
    pipe.node.addDependency(role);
    addAlarm(this, 'PipeAlarm', {
      defaults: this.defaults,
      what: 'The pipe that carries figures to S3 fails.',
      runbook: 'limits.md#figures-do-not-come-to-s3',
      metric: new Metric({
        namespace: 'AWS/EventBridge/Pipes',
        metricName: 'ExecutionFailed',
        dimensionsMap: { PipeName: pipe.ref },
        statistic: 'Sum',
        period: Duration.minutes(15),
      }),
      // A few are tried again within minutes.
      periods: 2,
    });
  }

  /** A table over the files. Which days there are follows from the calendar: nothing has to look for new ones. */
  private describe(): CfnTable {
    const catalogId = Stack.of(this).account;
    const database = new CfnDatabase(this, 'Database', { catalogId, databaseInput: { name: this.database } });
    return new CfnTable(this, 'Table', {
      catalogId,
      databaseName: database.ref,
      tableInput: keptFiguresTable(this.bucket.bucketName),
    });
  }

  private save(table: CfnTable, { zone, currency }: ReportTerms): void {
    const workGroup = new CfnWorkGroup(this, 'WorkGroup', {
      name: this.workGroup,
      recursiveDeleteOption: true,
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: false,
        // A slip of the pen costs half a dollar at most.
        bytesScannedCutoffPerQuery: Size.gibibytes(100).toBytes(),
        engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
        resultConfiguration: {
          outputLocation: `s3://${this.bucket.bucketName}/${RESULTS}`,
          encryptionConfiguration: { encryptionOption: 'SSE_S3' },
        },
      },
    });
    for (const name of ATHENA_QUERIES) {
      const query = new CfnNamedQuery(this, `Query-${name}`, {
        name,
        description: `Golden Hour: ${name}. Change the two days at its top.`,
        database: this.database,
        workGroup: this.workGroup,
        queryString: athenaQuery(name, { table: FIGURES, ...ALL_DAYS, zone: zone.name, currency }),
      });
      query.node.addDependency(workGroup, table);
    }
  }
}

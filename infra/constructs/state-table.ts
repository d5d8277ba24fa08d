import { RemovalPolicy } from 'aws-cdk-lib';
import {
  type Attribute,
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { type IndexName, TABLE_LAYOUT } from '../../shared/contracts/documents/table-layout.ts';
import { acknowledgeBelow } from './acknowledge.ts';
import type { ServiceFunction } from './service-function.ts';
import type { Surroundings } from './surroundings.ts';

const text = (name: string): Attribute => ({ name, type: AttributeType.STRING });

/** The one table, and what each kind of function may do with it. */
export class StateTable extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string, { removalPolicy }: Surroundings) {
    super(scope, id);
    const { partitionKey, sortKey, timeToLive, indexes } = TABLE_LAYOUT;
    this.table = new TableV2(this, 'Table', {
      partitionKey: text(partitionKey),
      sortKey: text(sortKey),
      billing: Billing.onDemand(),
      timeToLiveAttribute: timeToLive,
      dynamoStream: StreamViewType.NEW_IMAGE,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      // AWS's key in this account: each use shows in CloudTrail, and it needs no policy of ours.
      encryption: TableEncryptionV2.awsManagedKey(),
      deletionProtection: removalPolicy === RemovalPolicy.RETAIN,
      removalPolicy,
      globalSecondaryIndexes: Object.values(indexes).map((index) => ({
        indexName: index.name,
        partitionKey: text(index.partitionKey),
        sortKey: text(index.sortKey),
        projectionType: ProjectionType.KEYS_ONLY,
      })),
    });
  }

  /** To load, decide and commit. A transaction asks for the permissions of its items. */
  allowDeciding(by: ServiceFunction): void {
    this.allowReading(by);
    by.allow({ actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem'], resources: [this.table.tableArn] });
  }

  /** To note on a document what is published of it. */
  allowMarking(by: ServiceFunction): void {
    this.allowReading(by);
    by.allow({ actions: ['dynamodb:UpdateItem'], resources: [this.table.tableArn] });
  }

  allowReading(by: ServiceFunction): void {
    by.allow({
      actions: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
      resources: [this.table.tableArn],
    });
  }

  allowIndex(by: ServiceFunction, ...names: readonly IndexName[]): void {
    by.allow({
      actions: ['dynamodb:Query'],
      resources: names.map((name) => `${this.table.tableArn}/index/${TABLE_LAYOUT.indexes[name].name}`),
    });
  }

  get streamArn(): string {
    const { tableStreamArn } = this.table;
    if (tableStreamArn === undefined) throw new Error('The table has no stream, and publish-events reads it.');
    return tableStreamArn;
  }

  allowStream(by: ServiceFunction): void {
    by.allow({
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      resources: [this.streamArn],
    });
    by.allow({ actions: ['dynamodb:ListStreams'], resources: [`${this.table.tableArn}/stream/*`] });
    acknowledgeBelow(by.role, this.table, '/stream/*', 'Listing is asked of all streams of the one table.');
  }
}

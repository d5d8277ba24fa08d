import {
  type Attribute,
  AttributeType,
  Billing,
  CfnGlobalTable,
  type ITableV2,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
  type WarmThroughput,
} from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type IGrantable, type IRole } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct, type IConstruct } from 'constructs';
import { type IndexName, MEASURED, TABLE_LAYOUT } from '../../shared/contracts/documents/table-layout.ts';
import type { DocumentType } from '../../shared/domain/documents.ts';
import { DOCUMENTS_WITH_FACTS } from '../../shared/domain/vocabulary/documents-with-facts.ts';
import { acknowledgeBelow } from './acknowledge.ts';
import type { DeploymentDefaults } from './deployment-defaults.ts';

const text = (name: string): Attribute => ({ name, type: AttributeType.STRING });

/** Of a table all that functions and outputs need. */
type Table = IConstruct & Pick<TableV2, 'tableName' | 'tableArn'> & { readonly tableStreamArn?: string | undefined };

export interface StateTableProps {
  readonly defaults: DeploymentDefaults;
  /** One that is there already, made as ours is. */
  readonly adopted?: ITableV2 | undefined;
  readonly warmThroughput?: WarmThroughput | undefined;
}

/** As TableV2 itself would, if the stack had to name its region. */
const encryptBy = (table: TableV2, { keyArn }: IKey): void => {
  const { defaultChild } = table.node;
  if (!(defaultChild instanceof CfnGlobalTable))
    throw new Error(`${table.node.path} makes no global table to encrypt.`);
  defaultChild.addPropertyOverride('Replicas.0.SSESpecification', { KMSMasterKeyId: keyArn });
};

/** The one table, and what each kind of function may do with it. */
export class StateTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, { adopted, ...props }: StateTableProps) {
    super(scope, id);
    this.table = adopted ?? this.make(props);
  }

  private make({ defaults, warmThroughput }: Omit<StateTableProps, 'adopted'>): TableV2 {
    const { removalPolicy, deletionProtection, encryptionKey } = defaults;
    const { partitionKey, sortKey, timeToLive, indexes } = TABLE_LAYOUT;
    const table = new TableV2(this, 'Table', {
      partitionKey: text(partitionKey),
      sortKey: text(sortKey),
      billing: Billing.onDemand(),
      timeToLiveAttribute: timeToLive,
      dynamoStream: StreamViewType.NEW_IMAGE,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      // AWS's key in this account: each use shows in CloudTrail, and it needs no policy of ours.
      encryption: TableEncryptionV2.awsManagedKey(),
      ...(warmThroughput === undefined ? {} : { warmThroughput }),
      deletionProtection,
      removalPolicy,
      globalSecondaryIndexes: Object.values(indexes).map((index) => ({
        indexName: index.name,
        partitionKey: text(index.partitionKey),
        sortKey: text(index.sortKey),
        projectionType: ProjectionType.KEYS_ONLY,
      })),
    });
    if (encryptionKey !== undefined) encryptBy(table, encryptionKey);
    return table;
  }

  /** To load documents of these types. */
  grantLoad(grantee: IGrantable, types: readonly DocumentType[]): Grant {
    return this.grant(grantee, types, 'dynamodb:BatchGetItem');
  }

  /** To commit documents of these types with their facts: a transaction asks for the permissions of its items. */
  grantCommit(grantee: IGrantable, types: readonly DocumentType[]): Grant {
    return this.grant(grantee, types, 'dynamodb:PutItem', 'dynamodb:UpdateItem');
  }

  /** To load, decide and commit. */
  grantDecide(grantee: IGrantable, types: readonly DocumentType[]): Grant {
    return this.grantLoad(grantee, types).combine(this.grantCommit(grantee, types));
  }

  /** To read what happened to leads. */
  grantHistory(grantee: IGrantable): Grant {
    return this.grant(grantee, ['lead'], 'dynamodb:Query');
  }

  /** To keep what figures are counted from, in partitions of their own. */
  grantMeasure(grantee: IGrantable): Grant {
    return this.grantOn(grantee, [MEASURED], 'dynamodb:GetItem', 'dynamodb:PutItem');
  }

  /** To read all that figures are counted from. */
  grantReadMeasures(grantee: IGrantable): Grant {
    return this.grantOn(grantee, [MEASURED], 'dynamodb:Query');
  }

  /** To note on a document what is published of it. */
  grantMark(grantee: IGrantable): Grant {
    return this.grant(grantee, DOCUMENTS_WITH_FACTS, 'dynamodb:UpdateItem');
  }

  /** To find what is not published, and read it. */
  grantUnpublished(grantee: IGrantable): Grant {
    return this.grant(grantee, DOCUMENTS_WITH_FACTS, 'dynamodb:GetItem', 'dynamodb:Query').combine(
      this.grantQueryIndex(grantee, 'unpublished'),
    );
  }

  grantQueryIndex(grantee: IGrantable, ...names: readonly IndexName[]): Grant {
    return Grant.addToPrincipal({
      grantee,
      actions: ['dynamodb:Query'],
      resourceArns: names.map((name) => `${this.table.tableArn}/index/${TABLE_LAYOUT.indexes[name].name}`),
    });
  }

  get streamArn(): string {
    const { tableStreamArn } = this.table;
    if (tableStreamArn === undefined)
      throw new Error('The table has no stream, and publish-events reads it: name it as tableStreamArn.');
    return tableStreamArn;
  }

  grantReadStream(grantee: IRole): Grant {
    acknowledgeBelow(grantee, this.table, '/stream/*', 'Listing is asked of all streams of the one table.');
    return Grant.addToPrincipal({
      grantee,
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      resourceArns: [this.streamArn],
    }).combine(
      Grant.addToPrincipal({
        grantee,
        actions: ['dynamodb:ListStreams'],
        resourceArns: [`${this.table.tableArn}/stream/*`],
      }),
    );
  }

  /** Of items whose partition key begins with one of the types. */
  private grant(grantee: IGrantable, types: readonly DocumentType[], ...actions: string[]): Grant {
    return this.grantOn(grantee, types, ...actions);
  }

  /** Of items whose partition key begins with one of these and a hash. */
  private grantOn(grantee: IGrantable, kinds: readonly string[], ...actions: string[]): Grant {
    return Grant.addToPrincipal({
      grantee,
      actions,
      resourceArns: [this.table.tableArn],
      conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': kinds.map((kind) => `${kind}#*`) } },
    });
  }
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { bundle } from '../../../infra/constructs/bundle.ts';

const TIMEOUT = Duration.seconds(30);

interface FunctionOptions {
  /** Of this folder, without its extension. */
  readonly source: string;
  readonly environment: Readonly<Record<string, string>>;
}

export interface EmptyStackProps {
  /** Where bundles go. */
  readonly folder: string;
  /** Whom the last function writes to. */
  readonly phoneNumber: string;
}

/**
 * The way of a hot lead, and nothing on it: from the bus by a queue to each of three functions, and from the table's stream by
 * a fourth to the bus again. What a function does is the one call that hands on.
 */
export class EmptyStack extends Stack {
  private readonly folder: string;

  constructor(scope: Construct, id: string, { folder, phoneNumber }: EmptyStackProps) {
    super(scope, id);
    this.folder = folder;
    const bus = new EventBus(this, 'Bus');
    const table = new TableV2(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      dynamoStream: StreamViewType.NEW_IMAGE,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const commit = (name: string, next: string): LambdaFunction => {
      const environment = { TABLE_NAME: table.tableName, NEXT: next };
      const made = this.function(name, { source: 'commit', environment });
      table.grantWriteData(made);
      return made;
    };
    this.hear(bus, 'LeadCaptured', commit('Score', 'LeadQualified'));
    this.hear(bus, 'LeadQualified', commit('Route', 'LeadAssigned'));
    const alert = this.function('Alert', { source: 'alert', environment: { PHONE_NUMBER: phoneNumber } });
    alert.addToRolePolicy(new PolicyStatement({ actions: ['sns:Publish'], resources: ['*'] }));
    this.hear(bus, 'LeadAssigned', alert);
    const publish = this.function('Publish', { source: 'publish', environment: { BUS_NAME: bus.eventBusName } });
    bus.grantPutEventsTo(publish);
    table.grantStreamRead(publish);
    const { tableStreamArn: eventSourceArn = '' } = table;
    publish.addEventSourceMapping('Stream', { eventSourceArn, startingPosition: StartingPosition.TRIM_HORIZON });
    new CfnOutput(this, 'BusName', { value: bus.eventBusName });
  }

  private function(name: string, { source, environment }: FunctionOptions): LambdaFunction {
    const folder = join(this.folder, name);
    mkdirSync(folder, { recursive: true });
    bundle(join('bench', 'latency', 'empty', `${source}.ts`), folder);
    return new LambdaFunction(this, name, {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(folder),
      memorySize: 512,
      timeout: TIMEOUT,
      environment: { ...environment, NODE_OPTIONS: '--enable-source-maps' },
    });
  }

  private hear(bus: EventBus, detailType: string, consumer: LambdaFunction): void {
    const queue = new Queue(this, `${detailType}Queue`, {
      visibilityTimeout: Duration.seconds(6 * TIMEOUT.toSeconds()),
    });
    consumer.addEventSource(new SqsEventSource(queue));
    new Rule(this, `${detailType}Rule`, {
      eventBus: bus,
      eventPattern: { detailType: [detailType] },
      targets: [new SqsQueue(queue)],
    });
  }
}

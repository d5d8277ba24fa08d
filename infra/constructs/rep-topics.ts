import { createHash } from 'node:crypto';
import { type CfnResource, NestedStack } from 'aws-cdk-lib';
import { Grant, PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import { Alias, type IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import { type EmailEnv, emailEnvOf } from '../../shared/contracts/env/email.ts';
import { MARKETING_TOPIC } from '../../shared/contracts/rep-topics.ts';

import type { EmailOut } from './email-out.ts';
import type { ServiceFunction } from './service-function.ts';

/**
 * By its id alone, and of a number that never changes: a topic that moved to another stack would be
 * made anew, and its rep would have to confirm again. Three resources a rep and 500 a stack make room
 * for well over a thousand reps.
 */
const STACKS = 16;

/** CloudFormation takes 500 resources and 200 outputs in a stack. */
const MOST_REPS = 150;

/** Of 4 KB in a parameter: an ARN takes some 120 characters here, and 160 with a long stack name. */
const REPS_PER_PARAMETER = 20;

/** A rep, or marketing. */
interface Recipient {
  readonly id: string;
  readonly email: string;
}

const stackOf = (rep: Recipient): number => createHash('sha256').update(rep.id).digest().readUInt8() % STACKS;

const inParts = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  items.length === 0 ? [] : [items.slice(0, size), ...inParts(items.slice(size), size)];

export interface RepTopicsProps {
  readonly reps: readonly Recipient[];
  /** Where marketing hears of rejections, if anywhere. */
  readonly marketing?: string | undefined;
  /** The deployer's own, unless AWS's shall do. */
  readonly encryptionKey?: IKey | undefined;
  /** The only ones that may publish to the topics. */
  readonly publishers: readonly Role[];
  /** Who may ask for their subscriptions. */
  readonly checker: Role;
}

/** One topic for each rep, and one for marketing, so that each confirms one subscription, once. */
export class RepTopics extends Construct implements EmailOut {
  readonly environment: EmailEnv;
  readonly outputs: Readonly<Record<string, string>>;
  /** They hold JSON of rep id to topic ARN. */
  private readonly parameters: readonly StringParameter[];

  constructor(scope: Construct, id: string, props: RepTopicsProps) {
    super(scope, id);
    const { reps, marketing } = props;
    const recipients = marketing === undefined ? reps : [...reps, { id: MARKETING_TOPIC, email: marketing }];
    this.parameters = Array.from({ length: STACKS }, (_, stack) => ({
      stack,
      members: recipients.filter((rep) => stackOf(rep) === stack).sort((a, b) => (a.id < b.id ? -1 : 1)),
    }))
      .filter(({ members }) => members.length > 0)
      .flatMap(({ stack, members }) => this.nestedStack(stack, members, props));
    this.environment = emailEnvOf({ by: 'sns', topics: this.parameters.map(({ parameterName }) => parameterName) });
    this.outputs = { RepTopics: this.environment.EMAIL_VIA };
  }

  grantSend(grantee: ServiceFunction): void {
    this.grantRead(grantee);
  }

  grantAsk(grantee: ServiceFunction): void {
    this.grantRead(grantee);
  }

  /** To read which topic is whose: the topics themselves say who may do what with them. */
  private grantRead(grantee: ServiceFunction): void {
    Grant.addToPrincipal({
      grantee,
      actions: ['ssm:GetParameters'],
      resourceArns: this.parameters.map(({ parameterArn }) => parameterArn),
    });
  }

  private nestedStack(
    index: number,
    reps: readonly Recipient[],
    { publishers, checker, encryptionKey }: RepTopicsProps,
  ): readonly StringParameter[] {
    if (reps.length > MOST_REPS) {
      throw new Error(
        `${reps.length} reps fall to one of the ${STACKS} stacks of topics, and ${MOST_REPS} fit. Deploy two agreements with fewer reps each.`,
      );
    }
    const stack = new NestedStack(this, `Reps${index}`);
    // It is part of every topic's name, and 20 of their ARNs go into a parameter.
    const resource: CfnResource | undefined = stack.nestedStackResource;
    resource?.overrideLogicalId(`Reps${index}${stack.node.addr.slice(-8)}`);
    // AWS's own key suffices: who may use SNS in this account may use it through SNS.
    const masterKey = encryptionKey ?? Alias.fromAliasName(stack, 'SnsKey', 'alias/aws/sns');
    const arns = reps.map((rep) => {
      const topic = new Topic(stack, rep.id, { displayName: 'Golden Hour', enforceSSL: true, masterKey });
      topic.addSubscription(new EmailSubscription(rep.email));
      // Here and not in the publisher's policy, which could not name a thousand topics.
      for (const publisher of publishers) {
        topic.addToResourcePolicy(
          new PolicyStatement({
            principals: [publisher],
            actions: ['sns:Publish', 'sns:GetTopicAttributes'],
            resources: [topic.topicArn],
          }),
        );
      }
      topic.addToResourcePolicy(
        new PolicyStatement({
          principals: [checker],
          actions: ['sns:ListSubscriptionsByTopic'],
          resources: [topic.topicArn],
        }),
      );
      return [rep.id, topic.topicArn] as const;
    });
    return inParts(arns, REPS_PER_PARAMETER).map(
      (part, number) =>
        new StringParameter(stack, `Topics${number}`, {
          description: 'Topic ARNs by rep id',
          stringValue: stack.toJsonString(Object.fromEntries(part)),
        }),
    );
  }
}

import { Stack, Token, Validations } from 'aws-cdk-lib';
import { Effect, Grant, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { ConfigurationSet, ConfigurationSetTlsPolicy, SuppressionReasons } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { type EmailEnv, emailEnvOf } from '../../shared/contracts/env/email.ts';
import type { EmailBySes } from '../golden-hour-props.ts';
import type { EmailOut } from './email-out.ts';
import type { ServiceFunction } from './service-function.ts';

/** An address without a name, of ASCII, as the condition of a policy compares it. */
const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;

/** E-mail from one address of a verified identity. Nothing is tracked: links go where they say, and no picture is added. */
export class SesEmail extends Construct implements EmailOut {
  readonly environment: EmailEnv;
  readonly outputs: Readonly<Record<string, string>>;
  readonly configurationSet: ConfigurationSet;
  private readonly email: EmailBySes;

  constructor(scope: Construct, id: string, email: EmailBySes) {
    super(scope, id);
    const { from, identity } = email;
    if (!ADDRESS.test(from)) {
      throw new Error(
        `email.from is ${JSON.stringify(from)}: give an address without a name, such as leads@example.com`,
      );
    }
    this.email = email;
    this.configurationSet = new ConfigurationSet(this, 'Sending', {
      // A server without TLS gets none: a mail holds a lead.
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      reputationMetrics: true,
    });
    this.environment = emailEnvOf({
      by: 'ses',
      identity: identity.emailIdentityName,
      configurationSet: this.configurationSet.configurationSetName,
      from,
    });
    this.outputs = { EmailVia: this.environment.EMAIL_VIA };
  }

  grantSend(grantee: ServiceFunction): void {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['ses:SendEmail'],
        resources: [
          this.arnOf('identity', this.email.identity.emailIdentityName),
          this.arnOf('configuration-set', this.configurationSet.configurationSetName),
        ],
        conditions: { StringEquals: { 'ses:FromAddress': this.email.from } },
      }),
    );
  }

  grantAsk(grantee: ServiceFunction): void {
    const { emailIdentityName } = this.email.identity;
    // In the sandbox, of readers too: which of their addresses and domains are identities is not known.
    Grant.addToPrincipal({ grantee, actions: ['ses:GetEmailIdentity'], resourceArns: [this.arnOf('identity', '*')] });
    Grant.addToPrincipal({
      grantee,
      actions: ['ses:GetAccount', 'ses:GetSuppressedDestination'],
      resourceArns: ['*'],
    });
    Validations.of(grantee.role).acknowledge(
      {
        id: 'AwsSolutions-IAM5[Resource::*]',
        reason: 'X-Ray, metrics, opt-outs, limits, sandboxes and suppressed addresses know no resources.',
      },
      {
        id: `AwsSolutions-IAM5[Resource::${this.anyIdentity()}]`,
        reason: `The sandbox of SES sends to identities alone, and readers of ${emailIdentityName} may be any of them.`,
      },
    );
  }

  /** As cdk-nag writes what is known at the deploy alone. */
  private anyIdentity(): string {
    const { partition, region, account } = Stack.of(this);
    const known = (value: string, name: string) => (Token.isUnresolved(value) ? `<AWS::${name}>` : value);
    const of = [known(partition, 'Partition'), 'ses', known(region, 'Region'), known(account, 'AccountId')];
    return `arn:${of.join(':')}:identity/*`;
  }

  private arnOf(resource: string, resourceName: string): string {
    return Stack.of(this).formatArn({ service: 'ses', resource, resourceName });
  }
}

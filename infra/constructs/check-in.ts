import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { undeliveredQueue } from './event-route.ts';
import { type FiguresProps, grantFigures, ofFigures } from './figures-function.ts';
import { ServiceFunction } from './service-function.ts';

/** The hour of the check-in is one of the agreement's zone, which a rule does not know: the function is asked so often. */
const EVERY = Schedule.cron({ minute: '0/15' });

/** The week's check-in by e-mail. No queue keeps what failed: the next quarter of an hour makes up for it, for a day. */
export class CheckIn extends Construct {
  readonly function: ServiceFunction<'mail-figures'>;
  /** What the rule could not hand to it. */
  readonly undelivered: Queue;

  constructor(scope: Construct, id: string, props: FiguresProps) {
    super(scope, id);
    this.function = new ServiceFunction(this, 'MailFigures', {
      ...ofFigures(props),
      name: 'mail-figures',
      description: 'Mails the check-in of the week to both teams',
      // A thousand mails, and figures for each.
      timeout: Duration.minutes(10),
    });
    grantFigures(this.function, props);
    this.undelivered = undeliveredQueue(this, { defaults: props.defaults, target: this.function.name });
    new Rule(this, 'EveryQuarter', {
      schedule: EVERY,
      targets: [new LambdaFunction(this.function.function, { deadLetterQueue: this.undelivered })],
    });
  }
}

import { Duration } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { SLACK_SECRET } from '../../shared/contracts/sinks/slack-secrets.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import { addAlarm } from './alarms.ts';
import type { DeploymentDefaults } from './deployment-defaults.ts';
import { DOCUMENTS_OF } from './documents-of.ts';
import { EventRoute } from './event-route.ts';
import type { InboxApi } from './inbox-api.ts';
import { grantReadSecrets, secretsPrefix } from './secrets.ts';
import { ServiceFunction } from './service-function.ts';
import type { StateTable } from './state-table.ts';

/** Whether anybody is told in Slack. */
export const hasSlack = ({ reps }: Agreement): boolean => Object.values(reps).some(({ slack }) => slack !== undefined);

export interface SlackAppProps {
  readonly defaults: DeploymentDefaults;
  readonly agreement: Agreement;
  readonly state: StateTable;
  readonly bus: EventBus;
  readonly inbox: InboxApi;
  readonly linkBase: string;
}

/** What answers the buttons of the alerts in Slack, and takes them off once nothing is left to answer. */
export class SlackApp extends Construct {
  readonly answer: ServiceFunction<'answer-slack'>;
  readonly update: ServiceFunction<'update-chat'>;
  readonly route: EventRoute;
  /** What the app in Slack has to be told. */
  readonly url: string;

  constructor(scope: Construct, id: string, { defaults, agreement, state, bus, inbox, linkBase }: SlackAppProps) {
    super(scope, id);
    const decides = { defaults, agreement };
    const environment = { TABLE_NAME: state.table.tableName, SECRETS_PREFIX: secretsPrefix(defaults) };
    this.answer = new ServiceFunction(this, 'AnswerSlack', {
      ...{ ...decides, environment },
      name: 'answer-slack',
      description: 'Takes the answer of a button in Slack',
      // Slack waits three seconds; what is decided after that counts all the same.
      timeout: Duration.seconds(10),
    });
    inbox.serve('/slack', [HttpMethod.POST], this.answer);
    this.url = `${inbox.api.apiEndpoint}/slack`;
    this.update = new ServiceFunction(this, 'UpdateChat', {
      ...{ ...decides, environment: { ...environment, LINK_BASE: linkBase } },
      name: 'update-chat',
      description: 'Writes anew what was posted in Slack about a lead that moved on',
      timeout: Duration.seconds(30),
    });
    // Few: Slack takes some fifty changes a minute.
    this.route = new EventRoute(this, 'UpdateChatRoute', { defaults, bus, consumer: this.update, maxConcurrency: 2 });
    for (const each of [this.answer, this.update]) {
      state.grantDecide(each, DOCUMENTS_OF[each.name]);
      state.grantHistory(each);
      grantReadSecrets(each, [SLACK_SECRET], defaults);
    }
    addAlarm(this, 'NotAuthenticAlarm', {
      defaults,
      what: 'Ten presses of buttons in Slack were refused in a quarter of an hour: its signing secret is another one, or somebody tries.',
      runbook: 'answers.md#buttons-in-slack-are-refused',
      metric: this.answer.metric('RequestNotAuthentic', { period: Duration.minutes(15) }),
      atLeast: 10,
    });
  }
}

import type { SESv2ClientConfig } from '@aws-sdk/client-sesv2';
import type { SNSClient } from '@aws-sdk/client-sns';
import { SSMClient } from '@aws-sdk/client-ssm';
import type { EmailWay } from '../../../contracts/env/email.ts';
import type { ReachQuestions } from '../../../ports/reach-questions.ts';
import { createRepTopics } from '../rep-topics.ts';
import { askTopics } from './ask-topics.ts';

export interface EmailQuestions {
  readonly way: EmailWay;
  readonly sns: SNSClient;
  /** Of the clients that it makes itself. */
  readonly config: Pick<SESv2ClientConfig, 'maxAttempts' | 'retryMode' | 'requestHandler'>;
  readonly rest: () => Promise<void>;
}

/** Asks as the deployment sends. The client of SES is loaded only where it is needed. */
export const emailQuestion = ({ way, sns, config, rest }: EmailQuestions): ReachQuestions['email'] => {
  if (way.by === 'sns') {
    const topicOf = createRepTopics(new SSMClient(config), way.topics);
    return async (recipients) => ({
      by: 'sns',
      topics: await askTopics(
        { sns, topicOf, rest },
        recipients.map(({ id }) => id),
      ),
    });
  }
  return async (recipients) => {
    const { askSes, openSes } = await import('./ask-ses.ts');
    const ses = openSes(config);
    try {
      return await askSes({ ses, identity: way.identity, rest }, recipients);
    } finally {
      ses.destroy();
    }
  };
};

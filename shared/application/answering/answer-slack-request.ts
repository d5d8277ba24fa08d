import { SLACK_SECRET, type SlackSecrets, slackSecrets } from '../../contracts/sinks/slack-secrets.ts';
import { readSlackInteraction, type SlackInteraction } from '../../contracts/sources/slack-answer.ts';
import { bold, escaped } from '../../domain/alert/channels/slack/blocks.ts';
import { PAGE_TEXTS } from '../../pages/texts/page-texts.ts';
import type { SlackPorts } from '../../ports/ports.ts';
import { isAuthentic } from '../receiving/is-authentic.ts';
import type { WebRequest, WebResponse } from '../receiving/web-request.ts';
import { NOT_AUTHENTIC, NOT_NOW, OK } from '../receiving/web-responses.ts';
import { answerInteraction } from './answer-interaction.ts';

/** More is no button that was pressed. */
const MOST_BYTES = 500_000;

/** Seen by whoever pressed the button alone. What was recorded stays so if they cannot be told. */
const tell = async (
  { responseUrl }: SlackInteraction,
  text: string,
  { calls, observer }: SlackPorts,
): Promise<void> => {
  if (responseUrl === undefined) return;
  try {
    const { status } = await calls.call({
      ...{ method: 'POST', url: responseUrl },
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, text }),
    });
    if (status !== 200) observer.warn('Slack did not take what became of an answer', { status });
  } catch (error) {
    observer.error('Slack could not be told what became of an answer', error);
  }
};

const answered = async (said: SlackInteraction, ports: SlackPorts): Promise<string> => {
  try {
    return await answerInteraction(said, ports);
  } catch (error) {
    ports.observer.error('An answer in Slack could not be taken', error);
    const { title, text } = PAGE_TEXTS.en.notices.failure;
    return `${bold(title)}\n${escaped(text)}`;
  }
};

/** Undefined where they cannot be read, or are none that can be used: then nobody can tell who asks. */
const keptSecrets = async ({ secrets, observer }: SlackPorts): Promise<SlackSecrets | undefined> => {
  try {
    return slackSecrets.parse(await secrets.read(SLACK_SECRET));
  } catch (error) {
    observer.error('The secrets of Slack could not be read', error);
    return undefined;
  }
};

/** Answers a request that Slack makes when somebody presses a button: verified, decided, told. Slack waits three seconds. */
export const answerSlackRequest = async (request: WebRequest, ports: SlackPorts): Promise<WebResponse> => {
  if (request.method !== 'POST' || request.body.length > MOST_BYTES) return NOT_AUTHENTIC;
  const secrets = await keptSecrets(ports);
  // Slack shows whoever pressed the button that it did not work; they can press it again.
  if (secrets === undefined) return NOT_NOW;
  if (!isAuthentic({ kind: 'slack' }, { request, now: ports.time.now(), secrets }, ports.digests)) {
    ports.observer.count('RequestNotAuthentic');
    return NOT_AUTHENTIC;
  }
  const said = readSlackInteraction(Buffer.from(request.body).toString());
  if (said !== undefined) await tell(said, await answered(said, ports), ports);
  return OK;
};

import type { WebResponse } from '../../shared/application/receiving/web-request.ts';
import type { SlackAnswer } from '../../shared/contracts/sources/slack-answer.ts';
import type { Problem } from '../../shared/domain/lead/facts.ts';
import type { SourceEvent } from '../../shared/domain/source/source-event.ts';

/** What came of a request, in order. */
export type Step =
  | ({ readonly type: 'Response' } & WebResponse)
  | { readonly type: 'Call'; readonly method: string; readonly url: string; readonly body?: unknown }
  | { readonly type: 'Put'; readonly event: SourceEvent }
  | { readonly type: 'Ignored'; readonly why: string }
  /** Nothing is lost: on AWS it is read again. */
  | { readonly type: 'Waits'; readonly why: string }
  | { readonly type: 'LeadRefused'; readonly problems: readonly Problem[] }
  | ({ readonly type: 'Answer' } & SlackAnswer);

const words = (step: Step): string => {
  switch (step.type) {
    case 'Response':
      return `answered  ${step.status}${step.body === '' ? '' : ` ${step.body}`}`;
    case 'Call':
      return `  asked     ${step.method} ${step.url}`;
    case 'Put': {
      const { detail } = step.event;
      return `  event     ${step.event['detail-type']} ${detail.metadata.occurredAt} ${JSON.stringify(detail.data)}`;
    }
    case 'Ignored':
      return `  ignored   ${step.why}`;
    case 'Waits':
      return `  waits     ${step.why}`;
    case 'LeadRefused':
      return `  refused   ${step.problems.map(({ path, message }) => `${path || 'the body'} ${message}`).join('; ')}`;
    case 'Answer':
      return `  answer    ${step.by}: ${step.answer}${step.reason === undefined ? '' : `, ${step.reason}`}`;
  }
};

export const printStep = (step: Step, json: boolean, print: (line: string) => void): void =>
  print(json ? JSON.stringify(step) : words(step));

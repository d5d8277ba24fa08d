import type { WebResponse } from '../../shared/application/receiving/web-request.ts';
import type { SourceEvent } from '../../shared/contracts/sources/events-of.ts';
import type { SlackAnswer } from '../../shared/contracts/sources/slack-answer.ts';
import type { Fetch } from '../../shared/contracts/sources/source.ts';
import type { Problem } from '../../shared/domain/lead/facts.ts';

/** What came of a request, in order. */
export type Step =
  | ({ readonly type: 'Response' } & WebResponse)
  | ({ readonly type: 'Call' } & Fetch)
  | { readonly type: 'Put'; readonly event: SourceEvent }
  | { readonly type: 'Ignored'; readonly why: string }
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
    case 'LeadRefused':
      return `  refused   ${step.problems.map(({ path, message }) => `${path || 'the body'} ${message}`).join('; ')}`;
    case 'Answer':
      return `  answer    ${step.by}: ${step.answer}${step.reason === undefined ? '' : `, ${step.reason}`}`;
  }
};

export const printStep = (step: Step, json: boolean, print: (line: string) => void): void =>
  print(json ? JSON.stringify(step) : words(step));

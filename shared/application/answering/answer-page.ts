import { type AnswerRequest, listOf, readAnswer, readTyped } from '../../contracts/http/answer-request.ts';
import { isManageForm } from '../../contracts/http/manage-form.ts';
import { answerByLink, isRepeated } from '../../domain/answer/answer-by-link.ts';
import type { MessageLanguage } from '../../domain/language/message-language.ts';
import { leadPage } from '../../pages/lead-page.tsx';
import { noticePage } from '../../pages/notice-page.tsx';
import type { Page } from '../../pages/page-response.ts';
import type { DecisionPorts } from '../../ports/ports.ts';
import { commitDecision } from '../documents/commit-decision.ts';
import { retryOnConflict } from '../documents/retry-on-conflict.ts';
import { languageOf } from './language-of.ts';
import { answerManaged, isOvertaken } from './manage.ts';
import { openLink } from './open-link.ts';

type Form = Extract<AnswerRequest, { kind: 'answer' }>;

/** Decides from fresh state, as often as others get in between; undefined once it is recorded. */
export const answerPage = (
  { link, form }: Form,
  asked: MessageLanguage,
  ports: DecisionPorts,
): Promise<Page | undefined> =>
  retryOnConflict('an answer', ports, async () => {
    const { agreement } = ports.rules;
    const now = ports.time.now();
    const given = readAnswer(form);
    const opened = await openLink(link, now, ports);
    const view = { list: listOf(link), token: link.token, language: languageOf(opened, asked) };
    if (opened.opens === 'list' || opened.opens === 'managed-list') {
      return noticePage('wrong-method', { language: view.language });
    }
    if (opened.opens === 'nothing') {
      const answerLost = !('answer' in given && isRepeated(given.answer, opened.why));
      return noticePage(opened.why, { list: view.list, language: view.language, answerLost });
    }
    if (opened.opens === 'managed') return answerManaged({ ...opened, ...view }, form, now, ports);
    // A manager's form after the lead has become the manager's own.
    if (isManageForm(form)) {
      return isOvertaken(form) ? leadPage({ ...opened, ...view, agreement, now, problem: 'owner-changed' }) : undefined;
    }
    const decision = 'answer' in given ? answerByLink(opened.lead, given, agreement, now) : given;
    if ('refused' in decision) {
      return leadPage({ ...opened, ...view, agreement, now, problem: decision.refused, typed: readTyped(form) });
    }
    const result = await commitDecision(ports.store, { before: opened, decision, cause: { id: 'page' }, now });
    return result === 'conflict' ? result : undefined;
  });

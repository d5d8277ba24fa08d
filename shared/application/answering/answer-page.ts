import { type AnswerRequest, listOf, readAnswer, readTyped } from '../../contracts/http/answer-request.ts';
import { isManageForm } from '../../contracts/http/manage-form.ts';
import type { MessageLanguage } from '../../domain/language/message-language.ts';
import { leadPage } from '../../pages/lead-page.tsx';
import { noticePage } from '../../pages/notice-page.tsx';
import type { Page } from '../../pages/page-response.ts';
import type { LinkPorts } from '../../ports/ports.ts';
import { retryOnConflict } from '../documents/retry-on-conflict.ts';
import { languageOf } from './language-of.ts';
import { answerManaged, isOvertaken } from './manage.ts';
import { openLink } from './open-link.ts';
import { takeAnswer } from './take-answer.ts';

type Form = Extract<AnswerRequest, { kind: 'answer' }>;

/** Decides from fresh state, as often as others get in between; undefined once it is recorded. */
export const answerPage = ({ link, form }: Form, asked: MessageLanguage, ports: LinkPorts): Promise<Page | undefined> =>
  retryOnConflict('an answer', ports, async () => {
    const { agreement } = ports.rules;
    const now = ports.time.now();
    const given = readAnswer(form);
    const opened = await openLink(link, now, ports);
    const view = { list: listOf(link), token: link.token, language: languageOf(opened, asked) };
    if (opened.opens === 'list' || opened.opens === 'managed-list') {
      return noticePage('wrong-method', { language: view.language });
    }
    if (opened.opens === 'managed') return answerManaged({ ...opened, ...view }, form, now, ports);
    // A manager's form after the lead has become the manager's own.
    if (opened.opens === 'lead' && isManageForm(form)) {
      return isOvertaken(form) ? leadPage({ ...opened, ...view, agreement, now, problem: 'owner-changed' }) : undefined;
    }
    const result = await takeAnswer(opened, given, now, ports);
    if (result === 'conflict') return result;
    switch (result.taken) {
      case 'recorded':
        return undefined;
      case 'refused':
        return leadPage({ ...result.opened, ...view, agreement, now, problem: result.problem, typed: readTyped(form) });
      case 'over':
        return noticePage(result.opened.why, {
          ...{ list: view.list, language: view.language },
          answerLost: result.answerLost,
        });
    }
  });

import { type AnswerRequest, listOf, readAnswer, readTyped } from '../../contracts/http/answer-request.ts';
import { isManageForm } from '../../contracts/http/manage-form.ts';
import { readWatching } from '../../contracts/http/watch-form.ts';
import { answerByLink, isRepeated } from '../../domain/answer/answer-by-link.ts';
import type { MessageLanguage } from '../../domain/language/message-language.ts';
import { leadPage } from '../../pages/lead-page.tsx';
import { noticePage } from '../../pages/notice-page.tsx';
import type { Page } from '../../pages/page-response.ts';
import type { LinkPorts } from '../../ports/ports.ts';
import { commitDecision } from '../documents/commit-decision.ts';
import { retryOnConflict } from '../documents/retry-on-conflict.ts';
import { languageOf } from './language-of.ts';
import { answerManaged, isOvertaken } from './manage.ts';
import { openLink } from './open-link.ts';
import { changeWatching, seeWatching } from './watching.ts';

type Form = Extract<AnswerRequest, { kind: 'answer' }>;

/** Decides from fresh state, as often as others get in between; undefined once it is recorded. */
export const answerPage = ({ link, form }: Form, asked: MessageLanguage, ports: LinkPorts): Promise<Page | undefined> =>
  retryOnConflict('an answer', ports, async () => {
    const { agreement } = ports.rules;
    const now = ports.time.now();
    const given = readAnswer(form);
    const opened = await openLink(link, now, ports);
    const view = { list: listOf(link), token: link.token, language: languageOf(opened, asked) };
    if (opened.opens === 'list' || opened.opens === 'managed-list' || opened.opens === 'watched-list') {
      return noticePage('wrong-method', { language: view.language });
    }
    if (opened.opens === 'nothing') {
      const answerLost = !('answer' in given && isRepeated(given.answer, opened.why));
      return noticePage(opened.why, { list: view.list, language: view.language, answerLost });
    }
    const change = readWatching(form);
    if (change !== undefined) {
      return (await changeWatching(opened, change, now, ports)) === 'conflict' ? 'conflict' : undefined;
    }
    if (opened.opens === 'watched') return noticePage('wrong-method', { language: view.language });
    if (opened.opens === 'managed') return answerManaged({ ...opened, ...view }, form, now, ports);
    // A manager's form after the lead has become the manager's own.
    if (isManageForm(form)) {
      if (!isOvertaken(form)) return undefined;
      const watching = await seeWatching(opened, now, ports);
      return leadPage({ ...opened, ...view, agreement, now, watching, problem: 'owner-changed' });
    }
    const decision = 'answer' in given ? answerByLink(opened.lead, given, agreement, now) : given;
    if ('refused' in decision) {
      const refused = { problem: decision.refused, typed: readTyped(form) };
      return leadPage({
        ...opened,
        ...view,
        agreement,
        now,
        watching: await seeWatching(opened, now, ports),
        ...refused,
      });
    }
    const result = await commitDecision(ports.store, { before: opened, decision, cause: { id: 'page' }, now });
    return result === 'conflict' ? result : undefined;
  });

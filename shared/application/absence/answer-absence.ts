import { readAbsenceForm } from '../../contracts/http/absence-form.ts';
import type { MessageLanguage } from '../../domain/language/message-language.ts';
import { refusalOf } from '../../domain/routing/change-availability.ts';
import { absencePage } from '../../pages/absence-page.tsx';
import { noticePage } from '../../pages/notice-page.tsx';
import type { Page } from '../../pages/page-response.ts';
import type { DecisionPorts } from '../../ports/ports.ts';
import { openRep } from '../answering/open-rep.ts';
import { retryOnConflict } from '../documents/retry-on-conflict.ts';
import { changeRep, findRep } from './change-rep.ts';

/** The page where a rep says when leads may come; looking changes nothing. `asked`: what its reader's browser asks for. */
export const seeAbsence = async (
  { token }: { readonly token: string },
  asked: MessageLanguage,
  ports: DecisionPorts,
): Promise<Page> => {
  const now = ports.time.now();
  const opened = await openRep(token, now, ports);
  if ('why' in opened) return noticePage(opened.why, { language: asked });
  return absencePage({ token, ...opened, load: await findRep(ports.store, opened.rep.id), now });
};

/** Undefined once it is recorded. */
export const setAbsence = (
  { token, form }: { readonly token: string; readonly form: string },
  asked: MessageLanguage,
  ports: DecisionPorts,
): Promise<Page | undefined> =>
  retryOnConflict('an absence', ports, async () => {
    const { store } = ports;
    const now = ports.time.now();
    const opened = await openRep(token, now, ports);
    if ('why' in opened) return noticePage(opened.why, { language: asked });
    const { rep } = opened;
    const command = readAbsenceForm(form, rep.schedule.zone, now);
    const problem = 'refused' in command ? command.refused : refusalOf(command, now);
    if ('refused' in command || problem !== undefined) {
      return absencePage({ token, rep, load: await findRep(store, rep.id), now, problem });
    }
    const { writes } = await changeRep(store, { rep: rep.id, command, saidAt: now, cause: { id: 'page' }, now });
    return (await store.commit(writes)) === 'conflict' ? 'conflict' : undefined;
  });

import { type LinkPath, listOf } from '../../contracts/http/answer-request.ts';
import type { MessageLanguage } from '../../domain/language/message-language.ts';
import type { LinkOver } from '../../domain/vocabulary/link-over.ts';
import { leadPage } from '../../pages/lead-page.tsx';
import { listPage } from '../../pages/list-page.tsx';
import { manageListPage } from '../../pages/manage-list-page.tsx';
import { noticePage } from '../../pages/notice-page.tsx';
import type { Page } from '../../pages/page-response.ts';
import { watchedListPage } from '../../pages/watched-list-page.tsx';
import { watchedPage } from '../../pages/watched-page.tsx';
import type { LinkPorts } from '../../ports/ports.ts';
import { languageOf } from './language-of.ts';
import { seeManaged } from './manage.ts';
import { openLink } from './open-link.ts';
import { seeWatching } from './watching.ts';

/** Whether a link that opens no lead is still its rep's. */
const isKnown = (why: LinkOver | 'unknown'): boolean => why !== 'unknown' && why !== 'expired';

/** The page behind a link as it stands now; looking changes nothing. `asked`: what its reader's browser asks for. */
export const seeLink = async (link: LinkPath, asked: MessageLanguage, ports: LinkPorts): Promise<Page> => {
  const now = ports.time.now();
  const { agreement } = ports.rules;
  const opened = await openLink(link, now, ports);
  const list = listOf(link);
  const { token } = link;
  const language = languageOf(opened, asked);
  switch (opened.opens) {
    case 'lead':
      return leadPage({ ...opened, agreement, now, list, token, watching: await seeWatching(opened, now, ports) });
    case 'list':
      return opened.leads.length > 0
        ? listPage({ ...opened, ...link, agreement, now })
        : noticePage('all-done', { language, token });
    case 'managed':
      return seeManaged({ ...opened, list, token }, now, ports);
    case 'managed-list':
      return opened.leads.length > 0
        ? manageListPage({ ...opened, ...link, agreement, now })
        : noticePage('all-done', { language, token });
    case 'watched':
      return watchedPage({ ...opened, agreement, now, list, token, watching: await seeWatching(opened, now, ports) });
    case 'watched-list':
      return opened.leads.length > 0
        ? watchedListPage({ ...opened, ...link, agreement, now })
        : noticePage('all-done', { language, token });
    case 'nothing':
      return noticePage(opened.why, { language, list, ...(isKnown(opened.why) ? { token } : {}) });
  }
};

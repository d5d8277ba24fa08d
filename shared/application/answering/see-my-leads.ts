import type { MessageLanguage } from '../../domain/language/message-language.ts';
import { isOwned } from '../../domain/lead/lead.ts';
import { myLeadsPage } from '../../pages/my-leads-page.tsx';
import { noticePage } from '../../pages/notice-page.tsx';
import type { Page } from '../../pages/page-response.ts';
import type { PagePorts } from '../../ports/ports.ts';
import { findLeads } from '../documents/find-lead.ts';
import { openRep } from './open-rep.ts';

/** So many of a rep's leads are looked through, those owned longest. */
const MOST = 500;

/** Every lead that a rep owns, behind any of their links; looking changes nothing. */
export const seeMyLeads = async (
  { token }: { readonly token: string },
  asked: MessageLanguage,
  ports: PagePorts,
): Promise<Page> => {
  const now = ports.time.now();
  const opened = await openRep(token, now, ports);
  if ('why' in opened) return noticePage(opened.why, { language: asked });
  const { rep } = opened;
  const found = await findLeads(await ports.store.ownedBy(rep.id, MOST), ports);
  // The index follows the table a moment later.
  const leads = [...found.values()].flatMap(({ lead }) => (isOwned(lead) && lead.owner.rep === rep.id ? [lead] : []));
  return myLeadsPage({ token, rep, leads, agreement: ports.rules.agreement, now });
};

import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type FiguresRequest, ME, type PageAsked, readOrder } from '../../contracts/http/figures-request.ts';
import { nameOfLead } from '../../domain/lead/name-of-lead.ts';
import { isStillDue, type Pass, scopeWithin } from '../../domain/pass/pass.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { askedForPassPage, askForPassPage } from '../../pages/measures/ask-for-pass-page.tsx';
import type { LeadHistory } from '../../pages/measures/lead-history-page.tsx';
import { noticePage } from '../../pages/notice-page.tsx';
import { pageResponse } from '../../pages/page-response.ts';
import type { FiguresPagePorts, FiguresPorts } from '../../ports/ports.ts';
import { findLead } from '../documents/find-lead.ts';
import { leadHistory } from '../history/lead-history.ts';
import { answerMeasures } from './answer-measures.ts';
import { keptFor, keptIn } from './kept-figures.ts';
import { leadNames } from './lead-names.ts';
import { sendPass, whoHas } from './send-pass.ts';

type Answer = Promise<APIGatewayProxyStructuredResultV2>;

const passOf = async (token: string, now: Instant, { store, ids, rules }: FiguresPorts): Promise<Pass | undefined> => {
  const key = { type: 'pass', id: ids.hashOf(token) } as const;
  const pass = (await store.load([key])).get(key)?.value;
  return pass !== undefined && pass.expiresAt > now && isStillDue(pass, rules.agreement) ? pass : undefined;
};

/** A lead's own page, of what the table has. A table keeps no messages. */
const storedHistory = async (
  leadId: string,
  base: string,
  { store, rules: { agreement } }: Pick<FiguresPagePorts, 'store' | 'rules'>,
): Promise<LeadHistory | undefined> => {
  const [facts, found] = await Promise.all([store.history(leadId), findLead(store, leadId)]);
  if (facts.length === 0) return undefined;
  const known = { facts, lead: found?.lead, messages: undefined };
  return leadHistory(known, agreement, { name: nameOfLead(found?.lead), base });
};

/** The pages of figures for whoever has a pass, or is known by the company's identity provider; and the way to a pass. */
export const showFigures = (ports: FiguresPagePorts) => {
  const { measured, rules, terms, time, pageBase } = ports;
  const figures = keptFor(async () => {
    const source = { measured: await keptIn(measured), agreement: rules.agreement, terms, worth: undefined };
    return answerMeasures({
      ...source,
      leadNames: (ids) => leadNames(ids, ports),
      history: (leadId, base) => storedHistory(leadId, base, ports),
    });
  });
  // What stands before the path of the API stands before every path of it.
  const { pathname } = new URL(pageBase);
  const ask = pathname.slice(0, -1);
  const show = async (page: PageAsked, base: string, seen: Partial<Pass>): Answer => {
    const answer = await figures(time.now());
    return answer({ ...page, base, within: (asked) => scopeWithin(seen, asked) });
  };
  return async (request: FiguresRequest): Answer => {
    switch (request.kind) {
      case 'ask':
        return pageResponse(askForPassPage(ask, 'first'), request.headOnly);
      case 'order': {
        const order = readOrder(request.form);
        if (order === undefined) return pageResponse(askForPassPage(ask, 'no-address'));
        await sendPass(order, ports);
        return pageResponse(askedForPassPage());
      }
      case 'by-pass': {
        const pass = await passOf(request.token, time.now(), ports);
        if (pass === undefined) return pageResponse(askForPassPage(ask, 'over'));
        return show(request.page, `${pathname}${request.token}`, pass);
      }
      case 'by-name': {
        const reader = whoHas(request.email, ports);
        if (reader === undefined) return pageResponse(noticePage('no-such-page', { language: 'en' }));
        return show(request.page, `${pathname}${ME}`, reader);
      }
      default:
        return pageResponse(noticePage(request.kind, { language: 'en' }));
    }
  };
};

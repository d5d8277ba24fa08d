import type { OutgoingMessage } from '../../../shared/ports/messenger.ts';
import { clause, MINUTE, rep, smallAgreement, territory, withoutManager } from '../agreement/small-agreement.ts';
import { httpEvent } from '../pages/http-event.ts';
import type { Scenario, SentMessage } from './scenario.ts';

const THROTTLE = { throttle: { max: 5, perMs: 10 * MINUTE } };
const NO_STEPS = { accept: clause(1440, []) };

/** Ana gets every lead, and at most five messages in ten minutes by each channel, unless the SLA says otherwise. */
export const alone = (ana: ReturnType<typeof rep>, sla = {}) =>
  smallAgreement({
    reps: [ana, withoutManager(rep('mia'))],
    territories: [territory('Everywhere', ['ana'])],
    sla: { ...NO_STEPS, alerts: THROTTLE, ...sla },
  });

export const lead = (index: number): string => `lead-${index}@mail.example`;

/** An instant of the minute after nine. */
export const instant = (second: number): string => `09:00:${String(second % 60).padStart(2, '0')}`;

/** So many hot leads within the minute after nine. */
export const burst = async (s: Scenario, count: number): Promise<void> => {
  for (let index = 0; index < count; index += 1) {
    await s.capture(instant(Math.floor((index * 60) / count)), lead(index), {
      person: { email: lead(index), firstName: `Jo${index}`, lastName: 'Berg' },
    });
  }
};

/** What went to a rep by a channel. */
export const by = (
  s: Scenario,
  channel: OutgoingMessage['channel'],
  rep: string | null = 'ana',
): readonly SentMessage[] => s.sent.filter(({ message }) => message.channel === channel && message.rep === rep);

/** What a link shows, or what it does with an answer. */
export const page = async (s: Scenario, link: string, body?: string): Promise<{ status: number; html: string }> => {
  const path = new URL(link).pathname;
  const event = httpEvent({
    method: body === undefined ? 'GET' : 'POST',
    path,
    ...(body === undefined ? {} : { body }),
  });
  const { statusCode = 0, body: html = '' } = await s.runtime.answer(event);
  return { status: statusCode, html };
};

/** The first digest that went to Ana by a channel. */
export const digestOf = (s: Scenario, channel: OutgoingMessage['channel']): OutgoingMessage => {
  const found = by(s, channel).find(({ message }) => message.purpose === 'digest');
  if (found === undefined) throw new Error(`no digest went out by ${channel}`);
  return found.message;
};

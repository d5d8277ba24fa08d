import { MARKETING } from '../../shared/domain/alert/delivery/inbox.ts';
import type { Dust } from './after-dust.ts';

/** What is still owed or held back, what was told more often than it was claimed, and what is said to have gone out and has not. */
export const problemsOfMessages = async ({ flow, runtime, seen }: Dust): Promise<readonly string[]> => {
  const { store } = runtime;
  const problems: string[] = [];
  for (const { email, notices } of store.leads()) {
    for (const { purpose, rep } of notices) problems.push(`${email} still owes ${rep} ${purpose}`);
  }
  for (const id of [...Object.keys(flow.agreement.reps), MARKETING]) {
    const key = { type: 'inbox', id } as const;
    const inbox = (await store.load([key])).get(key)?.value;
    if ((inbox?.held.length ?? 0) > 0) problems.push(`${id}'s inbox still holds messages back`);
    if (inbox?.bundles.some(({ state }) => state === 'claimed')) problems.push(`a bundle of ${id} was never sent`);
  }
  problems.push(...seen.claims.problems(seen.sentAt.map(({ message }) => message)));
  const sent = new Set(seen.messages.map((_, index) => `message-${index + 1}`));
  for (const { type, detail } of seen.committed) {
    const { data } = detail;
    if (type !== 'RepAlerted' || !('messageId' in data) || data.messageId === undefined) continue;
    if (!sent.has(data.messageId)) problems.push(`RepAlerted names ${data.messageId}, which nobody sent`);
  }
  return problems;
};

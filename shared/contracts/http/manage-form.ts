import type { ManageRefusal, Managing } from '../../domain/answer/manage-lead.ts';
import * as z from '../zod.ts';

/** Why nothing of a manager's form was recorded. */
export type ManageProblem = ManageRefusal | 'unknown-answer' | 'nobody-chosen';

/** How the lead stood on the page; `owner` is empty where nobody had it. */
const seen = { attempt: z.coerce.number().check(z.int(), z.nonnegative()), owner: z._default(z.string(), '') };

const manageForm = z.discriminatedUnion('manage', [
  z.object({ manage: z.literal('take'), ...seen }),
  z.object({ manage: z.literal('give'), rep: z._default(z.string(), ''), ...seen }),
  z.object({ manage: z.literal('leave'), ...seen }),
]);

/** Whether it is the form of a manager's page; a manager who owns the lead answers as any owner. */
export const isManageForm = (form: string): boolean => new URLSearchParams(form).has('manage');

/** Reads the form of a manager's page. */
export const readManaging = (form: string): Managing | { readonly refused: ManageProblem } => {
  const parsed = manageForm.safeParse(Object.fromEntries(new URLSearchParams(form)));
  if (!parsed.success) return { refused: 'unknown-answer' };
  const { attempt, owner } = parsed.data;
  const asSeen = { attempt, ...(owner === '' ? {} : { owner }) };
  if (parsed.data.manage !== 'give') return { command: { do: parsed.data.manage }, seen: asSeen };
  const { rep } = parsed.data;
  return rep === '' ? { refused: 'nobody-chosen' } : { command: { do: 'give', rep }, seen: asSeen };
};

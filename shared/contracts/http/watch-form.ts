import {
  WATCH_COMMANDS,
  WATCH_SUBJECTS,
  type WatchCommand,
  type WatchSubject,
} from '../../domain/vocabulary/watches.ts';
import * as z from '../zod.ts';

/** What a rep asks for on a page: to be told of the person or of the company, or no more. */
export interface WatchAsked {
  readonly watch: WatchCommand;
  readonly of: WatchSubject;
}

const watchForm = z.object({ watch: z.enum(WATCH_COMMANDS), of: z.enum(WATCH_SUBJECTS) });

/** Reads the form that changes a watch; undefined for any other form. */
export const readWatching = (form: string): WatchAsked | undefined => {
  const parsed = watchForm.safeParse(Object.fromEntries(new URLSearchParams(form)));
  return parsed.success ? parsed.data : undefined;
};

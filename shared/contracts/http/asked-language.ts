import { type MessageLanguage, messageLanguageOf } from '../../domain/language/message-language.ts';
import * as z from '../zod.ts';

const headed = z.object({ headers: z.object({ 'accept-language': z.optional(z.string()) }) });

/** What the browser asks for, of the languages that there are; it names first what its reader likes best. */
export const askedLanguage = (event: unknown): MessageLanguage => {
  const parsed = headed.safeParse(event);
  const wanted = (parsed.success && parsed.data.headers['accept-language']) || '';
  return messageLanguageOf(
    wanted
      .toLowerCase()
      .split(',')
      .map((tag) => tag.trim().split(/[-;]/)[0] ?? ''),
  );
};

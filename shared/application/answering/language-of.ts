import type { MessageLanguage } from '../../domain/language/message-language.ts';
import { messageLanguageOf } from '../../domain/language/message-language.ts';
import type { OpenedLink } from './open-link.ts';

/** In which language the reader of a link is told: the rep's; else what their browser asks for. */
export const languageOf = (opened: OpenedLink, asked: MessageLanguage): MessageLanguage =>
  opened.rep === undefined ? asked : messageLanguageOf(opened.rep.languages);

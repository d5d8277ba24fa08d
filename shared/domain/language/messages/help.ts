import type { MessageLanguage } from '../message-language.ts';
import { deHelp } from './de.ts';
import { enHelp, type HelpTexts } from './en.ts';
import { esHelp } from './es.ts';
import { frHelp } from './fr.ts';

/** The SMS that helps with a reply, by language: apart from all else, for no other function needs it. */
export const HELP: Readonly<Record<MessageLanguage, HelpTexts>> = { en: enHelp, de: deHelp, fr: frHelp, es: esHelp };

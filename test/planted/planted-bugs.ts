import { IN_ADAPTERS_AND_DOCUMENTS } from './adapters-and-documents.ts';
import { IN_CLOCKS_AND_ANSWERS } from './clocks-and-answers.ts';
import { IN_MESSAGES } from './messages.ts';
import type { PlantedBug } from './planted-bug.ts';
import { IN_ROUTING } from './routing.ts';

export const PLANTED_BUGS: readonly PlantedBug[] = [
  ...IN_MESSAGES,
  ...IN_CLOCKS_AND_ANSWERS,
  ...IN_ROUTING,
  ...IN_ADAPTERS_AND_DOCUMENTS,
];

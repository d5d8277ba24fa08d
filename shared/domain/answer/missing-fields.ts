import type { Fields } from '../condition/condition.ts';

/** What a rep needs to reach somebody and to know whom they talk to. */
const TO_REACH = ['person.firstName', 'person.lastName', 'person.title', 'person.phone', 'company.name'];

/** Paths of what the agreement or a rep asks for and the lead does not have. */
export const missingFields = (fields: Fields, minimum: readonly string[]): readonly string[] =>
  [...new Set([...minimum, ...TO_REACH])].filter((path) => fields[path] === undefined);

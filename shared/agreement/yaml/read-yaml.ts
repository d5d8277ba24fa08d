import { refuseDeep } from './nesting.ts';
import { readDocument } from './yaml-document.ts';
import { readEvents } from './yaml-events.ts';
import type { YamlFile } from './yaml-file.ts';

/** Reads YAML 1.2 (core schema: dates stay text, `NO` is Norway), keeping where everything is. */
export const readYaml = (source: string): YamlFile => {
  // Editors do not count a byte order mark as a column.
  const text = source.replace(/^\uFEFF/, '');
  return refuseDeep(readEvents(text) ?? readDocument(text));
};

import { readFileSync } from 'node:fs';
import type { Complaint, Path } from '../../shared/agreement/checks/finding.ts';
import type { WrittenCondition } from '../../shared/agreement/files/condition.ts';
import { parseFile } from '../../shared/agreement/files/parse-file.ts';
import { decodeText } from '../../shared/agreement/yaml/decode-text.ts';
import { readYaml } from '../../shared/agreement/yaml/read-yaml.ts';
import {
  contactAttempted,
  leadActivityRecorded,
  leadClosed,
  leadContacted,
  leadOwnerChanged,
  repAnswered,
  repAvailabilityChanged,
} from '../../shared/contracts/events/inbound.ts';
import { leadFieldType } from '../../shared/domain/condition/condition-fields.ts';
import { counted } from '../../shared/domain/language/counted.ts';
import { quote } from '../../shared/domain/language/quote.ts';
import { columnsOfTemplate } from '../../shared/fields/mapping/cell-value.ts';
import { CommandFailure } from '../command-line/failure.ts';
import { nameOfColumn, positionsIn } from './column-name.ts';
import { neverHolds } from './condition-on-cells.ts';
import { type ImportMap, importMap, type TimeColumn, type Value } from './map.ts';

/** A map that cannot be used; its problems are `file:line:column problem`. */
export class WrongMap extends CommandFailure {
  override readonly name = 'WrongMap';
  readonly code = 'WRONG_MAP';
  readonly exitCode = 2;
  constructor(override readonly details: readonly string[]) {
    super(`the map has ${counted(details.length, 'problem')}`);
  }
}

export interface ReadMap {
  readonly map: ImportMap;
  /** Throws WrongMap for columns that the map names and the header does not have, or has twice. */
  checkColumns(header: readonly string[]): void;
}

const KNOWN = {
  LeadActivityRecorded: Object.keys(leadActivityRecorded.shape),
  RepAnswered: Object.keys(repAnswered.shape),
  LeadContacted: Object.keys(leadContacted.shape),
  ContactAttempted: Object.keys(contactAttempted.shape),
  LeadClosed: Object.keys(leadClosed.shape),
  RepAvailabilityChanged: Object.keys(repAvailabilityChanged.shape),
  LeadOwnerChanged: Object.keys(leadOwnerChanged.shape),
};

const unknownFields = ({ events }: ImportMap, isRead: (path: Path) => boolean): readonly Complaint[] =>
  events.flatMap(({ type, data }, i) =>
    (isRead(['events', i, 'type']) ? Object.keys(data) : [])
      .filter((path) => (type === 'LeadCaptured' ? leadFieldType(path) === undefined : !KNOWN[type].includes(path)))
      .map((path) => ({
        path: ['events', i, 'data', path],
        at: 'key' as const,
        message: `${type} has no field ${quote(path)}`,
      })),
  );

const testsThatNeverHold = ({ events }: ImportMap): readonly Complaint[] =>
  events.flatMap(({ when }, i) => neverHolds(when, ['events', i, 'when']));

interface Named {
  readonly column: string;
  readonly path: Path;
  readonly at?: 'key';
}

const columnsOfValue = (value: Value, path: Path): readonly Named[] => {
  if (typeof value === 'string') return columnsOfTemplate(value).map((column) => ({ column, path }));
  if (typeof value !== 'object') return [];
  if ('column' in value) return [{ column: value.column, path: [...path, 'column'] }];
  return columnsOfTemplate(value.template).map((column) => ({ column, path: [...path, 'template'] }));
};

const columnsOfTime = (time: TimeColumn | undefined, path: Path): readonly Named[] =>
  time === undefined ? [] : [{ column: time.column, path: [...path, 'column'] }];

/** The columns that a condition asks for, each at its place. */
export const columnsOfCondition = (when: WrittenCondition | undefined, path: Path): readonly Named[] => {
  if (when === undefined) return [];
  const own = Object.keys(when.fields).map((column) => ({ column, path: [...path, column], at: 'key' as const }));
  return [
    ...own,
    ...when.all.flatMap((part, i) => columnsOfCondition(part, [...path, 'all', i])),
    ...(when.any ?? []).flatMap((part, i) => columnsOfCondition(part, [...path, 'any', i])),
    ...columnsOfCondition(when.not, [...path, 'not']),
  ];
};

const columnsNamed = ({ id, zone, time, events }: ImportMap): readonly Named[] => [
  ...columnsOfValue(id, ['id']),
  ...('column' in zone ? [{ column: zone.column, path: ['zone', 'column'] }] : []),
  ...columnsOfTime(time, ['time']),
  ...events.flatMap((event, i) => [
    ...columnsOfCondition(event.when, ['events', i, 'when']),
    ...columnsOfTime(event.time, ['events', i, 'time']),
    ...Object.entries(event.data).flatMap(([field, value]) => columnsOfValue(value, ['events', i, 'data', field])),
  ]),
];

/** Reads and checks MAP.yaml. Throws WrongMap. */
export const readMap = (file: string): ReadMap => {
  const { text, problem } = decodeText(readFileSync(file));
  const yaml = readYaml(text.normalize('NFC'));
  const problems = problem === undefined ? yaml.problems : [problem, ...yaml.problems];
  const refuse = (complaints: readonly Complaint[]): never => {
    const found = [...problems, ...complaints.map(({ path, at, message }) => ({ ...yaml.locate(path, at), message }))];
    throw new WrongMap(
      found
        .sort((a, b) => a.line - b.line || a.column - b.column)
        .map(({ line, column, message }) => `${file}:${line}:${column} ${message}`),
    );
  };
  if (!('value' in yaml)) return refuse([]);
  const { data: map, complaints, isRead } = parseFile(importMap, yaml.value, yaml.unclear);
  const ofMeaning = map === undefined ? [] : [...unknownFields(map, isRead), ...testsThatNeverHold(map)];
  const found = [...complaints, ...ofMeaning.filter(({ path }) => isRead(path))];
  if (map === undefined || found.length > 0 || problems.length > 0) return refuse(found);
  return {
    map,
    checkColumns: (header) => {
      const positions = positionsIn(header);
      const missing = columnsNamed(map).flatMap(({ column, ...where }): readonly Complaint[] => {
        const times = positions(column).length;
        if (times === 1) return [];
        const message =
          times === 0
            ? `the table has no column ${quote(column)}, only ${header.map(nameOfColumn).map(quote).join(', ')}`
            : `the table has ${times} columns ${quote(column)}`;
        return [{ ...where, message }];
      });
      if (missing.length > 0) refuse(missing);
    },
  };
};

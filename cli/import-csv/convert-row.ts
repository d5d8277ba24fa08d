import { createHash } from 'node:crypto';
import { compileWritten } from '../../shared/agreement/compile-condition.ts';
import { timeZone } from '../../shared/agreement/files/values.ts';
import { problemsOfEvent } from '../../shared/contracts/events/read-inbound.ts';
import type { Scalar } from '../../shared/domain/condition/condition.ts';
import { compileCondition } from '../../shared/domain/condition/matches.ts';
import { quote } from '../../shared/domain/language/quote.ts';
import type { Problem } from '../../shared/domain/lead/facts.ts';
import { type Instant, toIso } from '../../shared/domain/time/instant.ts';
import type { Zone } from '../../shared/domain/time/zone.ts';
import { isInstantOfNone } from '../../shared/fields/instant.ts';
import {
  BadRow,
  type Cells,
  type IndexOf,
  type Read,
  readColumn,
  readTemplate,
  readValue,
  textOfCell,
} from '../../shared/fields/mapping/cell-value.ts';
import { positionsIn } from './column-name.ts';
import { instantOfDate, looksLikeSerial, readDate } from './date-format.ts';
import type { ImportMap, TimeColumn } from './map.ts';
import { columnsOfCondition } from './read-map.ts';
import { createRowIds, eventIdOf } from './row-ids.ts';

/** The lines of a feed that a row becomes, or why it becomes none. */
export type Converted = { readonly lines: readonly string[] } | { readonly problem: string };

interface Tree {
  [name: string]: Scalar | Tree;
}

/** Puts a value at a dotted path; what follows `fields.` is one name, whatever is in it. */
const put = (tree: Tree, path: string, value: Scalar): void => {
  const dot = path.indexOf('.');
  if (dot === -1) {
    tree[path] = value;
    return;
  }
  const [head, rest] = [path.slice(0, dot), path.slice(dot + 1)];
  const known = tree[head];
  const child: Tree = typeof known === 'object' ? known : {};
  tree[head] = child;
  if (head === 'fields') child[rest] = value;
  else put(child, rest, value);
};

/** From 0 to 1, the same for the same id. */
const spreadOf = (id: string): number => createHash('sha256').update(id).digest().readUInt32BE() / 0x1_0000_0000;

const readZone = (zone: ImportMap['zone'], indexOf: IndexOf): ((cells: Cells) => Zone) => {
  if (!('column' in zone)) return () => zone;
  const read = readColumn(zone.column, indexOf);
  const known = new Map(Object.entries(zone.map).map(([text, to]) => [text.toLowerCase(), to]));
  return (cells) => {
    const text = read(cells) ?? '';
    const named = known.get(text.toLowerCase()) ?? timeZone.safeParse(text).data;
    if (named === undefined) throw new BadRow(`${zone.column}: ${quote(text)} is no time zone`);
    return named;
  };
};

type TimeOf = (cells: Cells, zone: Zone, id: string) => Instant;

const readTime = ({ column, format, at }: TimeColumn, indexOf: IndexOf): TimeOf => {
  const read = readColumn(column, indexOf);
  return (cells, zone, id) => {
    const text = read(cells);
    if (text === undefined) throw new BadRow(`${column}: a date is missing`);
    for (const one of format) {
      const date = readDate(text, one);
      if (date === undefined) continue;
      const instant = instantOfDate(date, zone, at, at === undefined ? 0 : spreadOf(id));
      if (isInstantOfNone(instant)) throw new BadRow(`${column}: ${quote(text)} stands for no date`);
      return instant;
    }
    const hint =
      !format.includes('excel') && looksLikeSerial(text) ? "; the format excel reads a spreadsheet's days" : '';
    throw new BadRow(`${column}: expected a date as ${format.join(' or ')}, got ${quote(text)}${hint}`);
  };
};

/** The events of a row come one after another: what was read for one serves the others. */
const oncePerRow = (read: TimeOf): TimeOf => {
  let last: { readonly cells: Cells; readonly at: Instant } | undefined;
  return (cells, zone, id) => {
    if (last?.cells !== cells) last = { cells, at: read(cells, zone, id) };
    return last.at;
  };
};

/** What Meta writes before a phone and a postal code, so that a spreadsheet keeps them as texts. */
const MARKS: Readonly<Record<string, RegExp>> = {
  'person.phone': /^p:\s*(?=[+\d])/,
  'location.postalCode': /^z:\s*(?=[a-z\d])/i,
};

const withoutMark = (path: string, value: Scalar): Scalar => {
  const { [path]: mark } = MARKS;
  return mark !== undefined && typeof value === 'string' ? value.replace(mark, '') : value;
};

const readData = (data: ImportMap['events'][number]['data'], indexOf: IndexOf): ((cells: Cells) => Tree) => {
  const fields = Object.entries(data).map(([path, value]): readonly [string, Read<Scalar>] => [
    path,
    readValue(value, indexOf),
  ]);
  return (cells) => {
    const tree: Tree = {};
    for (const [path, read] of fields) {
      const value = read(cells);
      if (value !== undefined) put(tree, path, withoutMark(path, value));
    }
    return tree;
  };
};

const inWords = ({ path, message }: Problem): string => `${path.replace(/^detail\.data\./, '')}: ${message}`;

interface OfMap {
  readonly source: string;
  /** The time of events that have no column of their own for it. */
  readonly time: TimeOf;
  readonly indexOf: IndexOf;
  /** Whether each event says that it is part of a bulk. */
  readonly bulk: boolean;
}

const readEvent = (event: ImportMap['events'][number], { source, time: timeOfRow, indexOf, bulk }: OfMap) => {
  const holds = event.when === undefined ? undefined : compileCondition(compileWritten(event.when));
  const asked = columnsOfCondition(event.when, []).map(({ column }) => column);
  const cellsByColumn = (cells: Cells) =>
    Object.fromEntries(
      asked.flatMap((column) => {
        const text = textOfCell(cells[indexOf(column) ?? -1]);
        return text === undefined ? [] : [[column, text] as const];
      }),
    );
  const time = event.time === undefined ? timeOfRow : readTime(event.time, indexOf);
  const data = readData(event.data, indexOf);
  return (cells: Cells, id: string, eventId: string, zone: Zone): string | undefined => {
    if (holds !== undefined && !holds(cellsByColumn(cells))) return undefined;
    const occurredAt = toIso(time(cells, zone, id) + event.after);
    const metadata = { id: eventId, version: 1, occurredAt, bulk };
    const built = {
      id: eventId,
      source,
      time: occurredAt,
      'detail-type': event.type,
      detail: { ...(bulk ? { metadata } : {}), data: data(cells) },
    };
    const line = JSON.stringify(built);
    const problems = problemsOfEvent(built, line);
    if (problems.length === 0) return line;
    throw new BadRow(problems.map(inWords).join('; '));
  };
};

/** Makes a map ready for the rows under a header. Every event is one that Golden Hour would not refuse. `line` tells a row. */
export const createConverter = (
  map: ImportMap,
  header: readonly string[],
  bulk = false,
): ((cells: Cells, line: number) => Converted) => {
  const positions = positionsIn(header);
  const indexOf: IndexOf = (column) => positions(column)[0];
  const idOf = readTemplate(map.id, indexOf);
  const zoneOf = readZone(map.zone, indexOf);
  const ofMap = { source: map.source, time: oncePerRow(readTime(map.time, indexOf)), indexOf, bulk };
  const events = map.events.map((event) => readEvent(event, ofMap));
  const rowOf = createRowIds(events.length);
  return (cells, line) => {
    try {
      const id = idOf(cells);
      if (id === undefined) return { problem: `id: a cell of ${quote(map.id)} is empty` };
      const known = rowOf.known(id);
      if (known !== undefined) return { problem: `id: ${known}` };
      const zone = zoneOf(cells);
      const lines = events.map((read, i) => read(cells, id, eventIdOf(id, i), zone));
      rowOf.add(id, line);
      return { lines: lines.filter((line) => line !== undefined) };
    } catch (error) {
      if (error instanceof BadRow) return { problem: error.message };
      throw error;
    }
  };
};

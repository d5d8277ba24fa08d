import { idIn } from '../../shared/contracts/events/event-key.ts';
import { isTree, onlyTree, type Tree } from '../../shared/contracts/events/json-tree.ts';
import { readInstant } from '../../shared/contracts/events/read-instant.ts';
import type { Scalar } from '../../shared/domain/condition/condition.ts';
import { toIso } from '../../shared/domain/time/instant.ts';
import type { Feed, FeedLine } from '../feed.ts';
import { type Envelope, type LeadLine, readEnvelope } from './lead-lines.ts';

/** What is different in the lines of one lead; all other lines stay as they are. */
export type LineChange =
  | { readonly kind: 'field'; readonly path: string; readonly to: Scalar | null }
  | { readonly kind: 'time'; readonly byMs: number }
  | { readonly kind: 'activity'; readonly email: string; readonly activity: Readonly<Record<string, Scalar>> };

/** What follows `fields.` is one name, whatever is in it. */
const namesOf = (path: string): readonly string[] => {
  const [, name] = /^fields\.(.*)$/s.exec(path) ?? [];
  return name === undefined ? path.split('.') : ['fields', name];
};

const setIn = (tree: Tree, [name = '', ...rest]: readonly string[], to: Scalar | null): Tree => {
  const { [name]: child, ...others } = tree;
  if (rest.length > 0) {
    if (child === undefined && to === null) return tree;
    return { ...tree, [name]: setIn(isTree(child) ? child : {}, rest, to) };
  }
  return to === null ? others : { ...tree, [name]: to };
};

const withData = (event: Envelope, data: Tree): unknown => ({ ...event, detail: { ...event.detail, data } });

/** What is no instant stays as it is. */
const shiftInstant = (written: unknown, byMs: number): unknown => {
  const at = readInstant(written);
  return at === undefined ? written : toIso(at + byMs);
};

const shifted = (event: Envelope, byMs: number): unknown => {
  const metadata = onlyTree(event.detail.metadata);
  const occurredAt = metadata?.occurredAt;
  return {
    ...event,
    ...(event.time === undefined ? {} : { time: shiftInstant(event.time, byMs) }),
    detail:
      occurredAt === undefined
        ? event.detail
        : { ...event.detail, metadata: { ...metadata, occurredAt: shiftInstant(occurredAt, byMs) } },
  };
};

/** For each line of the lead, what comes in its place. */
const change = (lines: readonly LeadLine[], what: LineChange): readonly (readonly FeedLine[])[] => {
  const feedLine = ({ at, event }: LeadLine, line: unknown): FeedLine => ({
    at,
    detailType: event['detail-type'],
    text: JSON.stringify(line),
  });
  const same = (line: LeadLine): FeedLine => ({ at: line.at, detailType: line.event['detail-type'], text: line.text });
  const isCapture = ({ event }: LeadLine): boolean => event['detail-type'] === 'LeadCaptured';
  switch (what.kind) {
    case 'field':
      return lines.map((line) => [
        isCapture(line)
          ? feedLine(line, withData(line.event, setIn(line.event.detail.data, namesOf(what.path), what.to)))
          : same(line),
      ]);
    case 'time':
      return lines.map((line) => [{ ...feedLine(line, shifted(line.event, what.byMs)), at: line.at + what.byMs }]);
    case 'activity': {
      const last = lines.findLastIndex(isCapture);
      return lines.map((line, i) => (i === last ? [same(line), addedActivity(line, what)] : [same(line)]));
    }
  }
};

const addedActivity = ({ at }: LeadLine, { email, activity }: Extract<LineChange, { kind: 'activity' }>): FeedLine => {
  const detailType = 'LeadActivityRecorded';
  const head = { id: 'what-if', source: 'what-if', time: toIso(at), 'detail-type': detailType };
  return { at, detailType, text: JSON.stringify({ ...head, detail: { data: { email, ...activity } } }) };
};

const idOf = (text: string): string => idIn(readEnvelope(text)?.id) ?? '';

/** The order of delivery: by time, ties by id. */
const comesFirst = (a: FeedLine, b: FeedLine): boolean => (a.at === b.at ? idOf(a.text) <= idOf(b.text) : a.at < b.at);

/** The feed as it would have been with the lead's lines changed. */
export const changedFeed = (feed: Feed, lines: readonly LeadLine[], what: LineChange): Feed => {
  const places = new Map(lines.map(({ index }, i) => [index, i]));
  const groups = change(lines, what);
  const changed = groups.flat();
  const start = Math.min(feed.start ?? Number.POSITIVE_INFINITY, ...changed.map(({ at }) => at));
  const inPlace = function* (): Iterable<FeedLine> {
    let index = 0;
    for (const line of feed.read()) {
      const place = places.get(index);
      if (place === undefined) yield line;
      else yield* groups[place] ?? [];
      index += 1;
    }
  };
  const inOrder = function* (): Iterable<FeedLine> {
    let left = changed;
    let index = 0;
    for (const line of feed.read()) {
      const mine = places.has(index);
      index += 1;
      if (mine) continue;
      const until = left.findIndex((one) => !comesFirst(one, line));
      const before = until === -1 ? left : left.slice(0, until);
      left = left.slice(before.length);
      yield* before;
      yield line;
    }
    yield* left;
  };
  return {
    lines: feed.lines + changed.length - lines.length,
    start: Number.isFinite(start) ? start : undefined,
    years: feed.years,
    read: what.kind === 'time' ? inOrder : inPlace,
    close: feed.close,
  };
};

/** What producers say of the delivery of an event. */
export interface Delivery {
  /** When it occurred, where that is not when it was delivered. Epoch milliseconds. */
  readonly occurredAt?: number;
  /** Delivered again so many minutes later: by the bus as it was, or by the producer as an event of its own. */
  readonly again?: { readonly afterMinutes: number; readonly by: 'bus' | 'producer' };
}

export type Source = 'website' | 'forms' | 'marketing-automation' | 'webinars' | 'crm';

/** Gathers the lines of a feed. */
export interface FeedWriter {
  event(at: number, source: Source, detailType: string, data: object, delivery?: Delivery): void;
  /** A line as it stands, such as one that is no event at all. */
  raw(at: number, line: string): void;
  /** In order of time. */
  lines(): readonly string[];
}

/** These tell us of metadata; for the others the event's own id and time serve. */
const WITH_METADATA: ReadonlySet<Source> = new Set(['forms', 'webinars', 'crm']);

const MINUTE = 60_000;

const instant = (at: number): string => new Date(at).toISOString();

export const createFeedWriter = (): FeedWriter => {
  const lines: { at: number; nth: number; text: string }[] = [];
  const raw = (at: number, text: string): void => void lines.push({ at, nth: lines.length, text });
  const idOf = (prefix: string): string => `${prefix}-${String(lines.length + 1).padStart(5, '0')}`;
  return {
    raw,
    event: (at, source, detailType, data, { occurredAt, again } = {}) => {
      const metadata =
        WITH_METADATA.has(source) || occurredAt !== undefined
          ? { metadata: { id: idOf(source), version: 1, occurredAt: instant(occurredAt ?? at) } }
          : {};
      const detail = { ...metadata, data };
      const event = { id: idOf('event'), source, 'detail-type': detailType, time: instant(at), detail };
      raw(at, JSON.stringify(event));
      if (again === undefined) return;
      const later = at + again.afterMinutes * MINUTE;
      const repeated = again.by === 'bus' ? event : { ...event, id: idOf('event'), time: instant(later) };
      raw(later, JSON.stringify(repeated));
    },
    lines: () => lines.toSorted((a, b) => a.at - b.at || a.nth - b.nth).map(({ text }) => text),
  };
};

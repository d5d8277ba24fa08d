import { quote } from '../../domain/language/quote.ts';
import { localSpanOf } from '../duty/compile-duty.ts';
import { repsNamedBy } from '../duty/named-rep.ts';
import type { WrittenDuty } from '../files/on-call.ts';
import type { RepsFile } from '../files/reps.ts';
import type { CalendarEvent, CalendarSpan } from '../ical/ical-event.ts';
import type { CalendarFiles } from '../ical/read-ical-files.ts';
import { checkUnique } from './check-unique.ts';
import type { Complaint, Finding, IsRead, Path } from './finding.ts';
import { listNames } from './list-names.ts';

/** A weekly handoff has a day, a daily one has none. */
const checkHandoff = ({ rotation, handoff }: WrittenDuty, path: Path, isRead: IsRead): readonly Complaint[] => {
  if (!isRead([...path, 'rotation']) || !isRead([...path, 'handoff'])) return [];
  if (rotation === 'weekly' && handoff.weekday === undefined)
    return [{ path: [...path, 'handoff'], message: 'a weekly rotation needs the day of its handoff too: "mon 09:00"' }];
  if (rotation === 'daily' && handoff.weekday !== undefined)
    return [
      { path: [...path, 'handoff'], message: 'a daily rotation is handed over every day: "09:00", without a day' },
    ];
  return [];
};

const checkKnown = (
  { reps, overrides }: WrittenDuty,
  known: ReadonlySet<string> | undefined,
  path: Path,
): readonly Complaint[] => {
  const named = [
    ...reps.map((rep, i) => ({ rep, at: [...path, 'reps', i] })),
    ...overrides.map(({ rep }, i) => ({ rep, at: [...path, 'overrides', i, 'rep'] })),
  ];
  if (known === undefined) return [];
  return named.flatMap(({ rep, at }) => (known.has(rep) ? [] : [{ path: at, message: `unknown rep ${quote(rep)}` }]));
};

/** Nobody could tell who of two is on duty: the later written one is named. */
const checkOverlaps = ({ overrides }: WrittenDuty, path: Path, isRead: IsRead): readonly Complaint[] => {
  const spans = overrides.map(localSpanOf);
  const known = overrides.map((_, i) => ['from', 'to'].every((end) => isRead([...path, 'overrides', i, end])));
  return spans.flatMap((span, i): readonly Complaint[] => {
    if (!known[i]) return [];
    const before = spans.findIndex(({ from, to }, j) => j < i && known[j] && from < span.to && span.from < to);
    const other = overrides[before];
    if (other === undefined) return [];
    return [{ path: [...path, 'overrides', i], message: `overlaps the override from ${other.from} to ${other.to}` }];
  });
};

const beginOf = (span: CalendarSpan): string =>
  span.kind === 'days' ? span.from : new Date(span.from.local).toISOString().slice(0, 10);

/** Of each event of the duty's calendar it must be plain who is on duty; those of one summary are told once. */
const checkEvents = (events: readonly CalendarEvent[], { reps }: RepsFile, path: Path): readonly Complaint[] => {
  const told = new Set<string>();
  return events.flatMap((event): readonly Complaint[] => {
    const named = repsNamedBy(event, reps);
    if (named.length === 1 || told.has(event.summary)) return [];
    told.add(event.summary);
    const whom = named.length === 0 ? 'no rep' : listNames(named.map(({ id }) => id));
    const message = `the event ${quote(event.summary)} of ${beginOf(event.span)} names ${whom}, expected one rep`;
    return [{ path: [...path, 'ical'], message }];
  });
};

/** What is wrong with the duties of reps.yaml. Reps are looked up where all of their ids are `known`. */
export const checkDuties = (
  file: RepsFile,
  known: ReadonlySet<string> | undefined,
  isRead: IsRead,
): readonly Complaint[] => [
  ...checkUnique({
    of: 'duty',
    names: file.onCall.map(({ name }) => name),
    pathOf: (i) => ['onCall', i, 'name'],
    isRead,
  }),
  ...file.onCall.flatMap((duty, i): readonly Complaint[] => {
    const path = ['onCall', i];
    const nobody = duty.reps.length === 0 ? [{ path: [...path, 'reps'], message: 'names nobody' }] : [];
    return [
      ...nobody,
      ...checkHandoff(duty, path, isRead),
      ...checkKnown(duty, known, path),
      ...checkOverlaps(duty, path, isRead),
    ];
  }),
];

/** Events of the calendars of duties that name nobody, or more than one rep. */
export const checkDutyCalendars = (file: RepsFile, calendars: CalendarFiles, isRead: IsRead): readonly Finding[] => {
  if (!file.reps.every((_, i) => isRead(['reps', i]))) return [];
  return file.onCall.flatMap(({ ical = '' }, i) =>
    checkEvents(calendars.get(ical) ?? [], file, ['onCall', i]).map((complaint) => ({ file: 'reps', ...complaint })),
  );
};

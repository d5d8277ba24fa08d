import { leadFieldType } from '../../domain/condition/condition-fields.ts';
import { quote } from '../../domain/language/quote.ts';
import { WATCH_SUBJECTS } from '../../domain/vocabulary/watches.ts';
import { didYouMean, foldName } from '../codes/did-you-mean.ts';
import type { ParsedFiles, UnderstoodFiles } from '../files/files.ts';
import type { WatchesFile, WrittenWatch } from '../files/watches.ts';
import { companyOf, happensOf, personOf } from '../watches/compile-watches.ts';
import { isWatchRole } from '../watches/watch-role.ts';
import { checkCondition } from './check-conditions.ts';
import { checkUnique } from './check-unique.ts';
import type { Complaint, Path } from './finding.ts';

/** What the other files say of it; undefined where that could not be read. */
interface Known {
  readonly reps: ReadonlySet<string> | undefined;
  readonly hasMarketing: boolean | undefined;
  /** Those that the score counts; others are activities as well. */
  readonly kinds: readonly string[];
}

const similar = (names: Iterable<string>, name: string): readonly string[] =>
  [...names].filter((one) => foldName(one) === foldName(name));

const checkTold = (told: string, path: Path, { reps, hasMarketing }: Known): readonly Complaint[] => {
  if (isWatchRole(told)) {
    if (reps?.has(told)) return [{ path, message: `${quote(told)} is a role, and a rep has it as their id` }];
    if (told !== 'marketing' || hasMarketing !== false) return [];
    return [{ path, message: 'marketing has no address: sla.yaml needs "email" in "marketing"' }];
  }
  if (reps === undefined || reps.has(told)) return [];
  return [{ path, message: `unknown rep ${quote(told)}${didYouMean(similar(reps, told), '')}` }];
};

const SUBJECT = [...WATCH_SUBJECTS, 'when'] as const;

const checkSubject = (watch: WrittenWatch, path: Path, isRead: (path: Path) => boolean): readonly Complaint[] => {
  const { person, company } = watch;
  const found: Complaint[] = [];
  if (SUBJECT.every((key) => watch[key] === undefined && isRead([...path, key]))) {
    found.push({ path, message: 'watches nobody: it needs a person, a company or a condition (when)' });
  }
  if (person !== undefined && personOf(person) === undefined) {
    found.push({ path: [...path, 'person'], message: `no lead can have the address ${quote(person)}` });
  }
  if (company !== undefined && !('value' in companyOf(company))) {
    found.push({ path: [...path, 'company'], message: `${quote(company)} is no company's domain` });
  }
  return found;
};

/** A kind that the score does not count may be meant; one that only looks like one that it counts is a slip. */
const checkKinds = ({ does = [] }: WrittenWatch, path: Path, kinds: readonly string[]): readonly Complaint[] =>
  does.flatMap((kind, i): readonly Complaint[] => {
    const meant = kinds.includes(kind) ? [] : similar(kinds, kind);
    if (meant.length === 0) return [];
    return [{ path: [...path, 'does', i], message: `unknown kind ${quote(kind)}${didYouMean(meant, '')}` }];
  });

/** What can never be told. */
const checkHappens = (watch: WrittenWatch, path: Path): readonly Complaint[] => {
  const happens = happensOf(watch);
  const found: Complaint[] = [];
  if (watch.does !== undefined && !happens.includes('activity')) {
    const message = '"does" names activities, and "happens" has no "activity"';
    found.push({ path: [...path, 'does'], at: 'key', message });
  }
  if (happens.every((one) => one === 'qualified') && watch.tell.every((told) => told === 'owner')) {
    found.push({ path: [...path, 'tell'], message: 'tells nobody: a lead that qualifies has no owner yet' });
  }
  return found;
};

const knownOf = ({ scoring, sla }: UnderstoodFiles, isRead: ParsedFiles['isRead']): Omit<Known, 'reps'> => ({
  hasMarketing: sla && isRead('sla', ['marketing', 'email']) ? sla.marketing?.email !== undefined : undefined,
  kinds: [...new Set(scoring?.behaviour.actions.flatMap(({ kind }) => (kind === undefined ? [] : [kind])))],
});

/** `reps`: the ids of all reps, where they could all be read. */
export const checkWatches = (
  { watches }: WatchesFile,
  reps: Known['reps'],
  { files, isRead, isReadWhole }: ParsedFiles,
): readonly Complaint[] => {
  const known = { reps, ...knownOf(files, isRead) };
  const isReadHere = (path: Path) => isRead('watches', path);
  return [
    ...checkUnique({
      of: 'watch',
      names: watches.map(({ name }) => name),
      pathOf: (i) => ['watches', i, 'name'],
      isRead: isReadHere,
    }),
    ...watches.flatMap((watch, i) => {
      const path = ['watches', i];
      const told = [...path, 'tell'];
      return [
        ...checkUnique({ of: 'reader', names: watch.tell, pathOf: (at) => [...told, at], isRead: isReadHere }),
        ...watch.tell.flatMap((one, at) => checkTold(one, [...told, at], known)),
        ...checkSubject(watch, path, isReadHere),
        ...(watch.when === undefined ? [] : checkCondition(watch.when, leadFieldType, [...path, 'when'])),
        ...checkKinds(watch, path, known.kinds),
        ...(isReadWhole('watches', path) ? checkHappens(watch, path) : []),
      ];
    }),
  ];
};

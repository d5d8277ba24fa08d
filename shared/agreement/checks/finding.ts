/** The agreement's files, in the order in which problems are told; each is NAME.yaml. */
export const AGREEMENT_FILES = ['scoring', 'territories', 'reps', 'sla', 'content', 'watches'] as const;

export type AgreementFile = (typeof AGREEMENT_FILES)[number];

/** Those that an agreement may go without, each with what it says then. */
export const OPTIONAL_FILES: Readonly<Partial<Record<AgreementFile, unknown>>> = { watches: { watches: [] } };

/** Keys and positions from the root of a file down to a value. */
export type Path = readonly (string | number)[];

/** Whether what stands at a path of one file could be read: of anything else nothing is concluded. */
export type IsRead = (path: Path) => boolean;

/** What is wrong with the value at a path of a file, or with the key that names it. */
export interface Finding {
  readonly file: AgreementFile;
  readonly path: Path;
  readonly at?: 'key';
  readonly message: string;
}

/** A finding before it is known in which file: `path` is from wherever the check began. */
export type Complaint = Omit<Finding, 'file'>;

/** Whether a path leads to what is at another, or to something in it. */
export const isWithin = (path: Path, other: Path): boolean =>
  path.length >= other.length && other.every((key, i) => path[i] === key);

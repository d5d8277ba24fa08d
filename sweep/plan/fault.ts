/** What can be done to a call of a port, a delivery, a clock. One list for each kind of point at which it can be. */
export const FAULTS = {
  /** A read of documents or facts. */
  read: ['fails', 'late', 'slow', 'killed', 'overrun', 'throttled'],
  commit: ['fails', 'answer-lost', 'late', 'slow', 'killed', 'overrun', 'throttled', 'conflict'],
  /** An answer of an index. */
  index: ['fails', 'late', 'killed', 'stale'],
  /** Noting that facts are on the bus. */
  mark: ['fails', 'answer-lost', 'late', 'killed', 'overrun'],
  publish: ['fails', 'answer-lost', 'late', 'killed', 'overrun', 'throttled', 'refused-in-part', 'refused-first'],
  message: ['fails', 'answer-lost', 'late', 'killed', 'overrun'],
  /** A question to the account: whether messages would arrive. */
  ask: ['fails', 'late', 'killed', 'throttled'],
  /** A message to a queue of ours. */
  enqueue: ['fails', 'answer-lost', 'late', 'killed', 'in-part'],
  /** Having a clock wait for its next instant. */
  start: ['fails', 'answer-lost', 'late', 'killed', 'overrun', 'throttled'],
  /** A message of a queue comes to its function. */
  delivery: ['comes-late', 'comes-twice', 'comes-again-later'],
  /** A record of the stream comes to publish-events. */
  record: ['given-up', 'comes-twice'],
  /** A clock of a clause comes to its instant. */
  clock: ['comes-late', 'comes-twice', 'never-comes'],
} as const;

export type PointKind = keyof typeof FAULTS;
export type Fault = (typeof FAULTS)[PointKind][number];

/** The faults in words, as a story tells them. */
export const FAULT_IN_WORDS: Readonly<Record<Fault, string>> = {
  fails: 'fails',
  'answer-lost': 'is done, but its answer is lost',
  late: 'takes effect five seconds late',
  slow: 'is answered five seconds late',
  killed: 'is done, and then the process is killed',
  overrun: "is done as the function's time is up",
  throttled: 'is throttled, and so are such calls for 90 seconds',
  conflict: 'meets a conflict',
  stale: 'answers as things were three commits ago',
  'refused-in-part': 'is refused every other fact',
  'refused-first': 'is refused the first fact',
  'in-part': 'is done for the first half, and then fails',
  'comes-late': 'comes ten minutes late',
  'comes-twice': 'comes twice at once',
  'comes-again-later': 'comes again two minutes later',
  'given-up': 'is given up',
  'never-comes': 'never comes',
};

/** Somewhere something can go wrong. Numbered in the order in which a run comes to them. */
export interface Point {
  readonly kind: PointKind;
  /** In words. */
  readonly what: string;
}

/** The functions' clocks differ by up to this. */
export const SKEW_MS = 3_000;
export const LATE_MS = 5_000;
export const THROTTLED_MS = 90_000;

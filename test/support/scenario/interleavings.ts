import fc from 'fast-check';
import { MINUTE, rep, smallAgreement, territory } from '../agreement/small-agreement.ts';

/** A manager is told before a lead is taken away. Little room, two teams of which one helps out, one that shares by score, and Dee of none. */
export const agreement = smallAgreement({
  reps: [
    rep('ana', { capacity: { open: 2 } }),
    rep('ben', { capacity: { open: 1, perDay: 3 } }),
    rep('cem', { capacity: { open: 1 } }),
    rep('dee', { capacity: { open: 0 } }),
    // Behind each manager there is another: no lead stays with its owner for want of anybody else.
    rep('mia', { manager: 'leo' }),
    rep('leo', { manager: 'mia' }),
  ],
  territories: [
    territory('North', ['ana', 'ben'], {
      when: { field: 'location.country', test: { in: ['NO'] } },
      overflow: 'Rest',
      share: 'score',
    }),
    territory('Rest', ['ana', 'cem']),
  ],
  sla: {
    accept: {
      withinMs: 30 * MINUTE,
      clock: 'wall',
      steps: [
        { atMs: 10 * MINUTE, do: 'tell-manager' },
        { atMs: 30 * MINUTE, do: 'reassign' },
      ],
    },
  },
});

/** With the company whose account the lead is; of free mail none. */
export const COMPANIES: Readonly<Record<string, string | undefined>> = {
  'a@acme.example': 'acme.example',
  'b@acme.example': 'acme.example',
  'c@other.example': 'other.example',
  'd@mail.example': undefined,
};
export const EMAILS = Object.keys(COMPANIES);
const REPS = ['ana', 'ben', 'cem', 'dee'];

export type Command =
  | { readonly do: 'capture'; readonly country: string; readonly employees: number }
  | { readonly do: 'answer'; readonly type: string; readonly data: object; readonly rep?: string | undefined }
  | {
      readonly do: 'manage';
      readonly form: Readonly<Record<string, string>>;
      readonly which: number;
      /** Whether the form is of a page as the lead stands, rather than of one before its first owner. */
      readonly isFresh: boolean;
    }
  | { readonly do: 'link'; readonly answer: string; readonly which: number };

export interface Move {
  readonly email: string;
  readonly command: Command;
  /** Minutes that pass before it. */
  readonly after: number;
  /** Minutes by which it occurred before it comes. */
  readonly ago: number;
  readonly twice: boolean;
}

const someRep = fc.constantFrom(...REPS);
const maybeRep = fc.option(fc.constantFrom(...REPS, 'zoe'), { nil: undefined, freq: 5 });

const answers = <D extends object>(type: string, rep: fc.Arbitrary<string | undefined>, data: fc.Arbitrary<D>) =>
  fc.record({ do: fc.constant('answer' as const), type: fc.constant(type), rep, data });

const commands: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('capture' as const),
      country: fc.constantFrom('NO', 'DE'),
      employees: fc.constantFrom(5, 500, 500, 500),
    }),
  },
  { weight: 4, arbitrary: answers('RepAnswered', maybeRep, fc.constant({ answer: 'accept' })) },
  {
    weight: 3,
    arbitrary: answers(
      'RepAnswered',
      maybeRep,
      fc.constantFrom('no-time', 'wrong-territory', 'not-a-fit').map((reason) => ({ answer: 'reject', reason })),
    ),
  },
  { weight: 3, arbitrary: answers('LeadContacted', maybeRep, fc.constant({})) },
  { weight: 1, arbitrary: answers('ContactAttempted', maybeRep, fc.constant({ note: 'no answer' })) },
  { weight: 4, arbitrary: answers('LeadOwnerChanged', someRep, fc.constant({ by: 'crm' })) },
  {
    weight: 1,
    arbitrary: answers(
      'LeadClosed',
      maybeRep,
      fc.constantFrom('won', 'lost', 'sales-qualified').map((outcome) => ({ outcome })),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('manage' as const),
      form: fc.oneof(
        fc.constantFrom({ manage: 'take' }, { manage: 'leave' }),
        fc.constantFrom(...REPS, 'zoe').map((rep) => ({ manage: 'give', rep })),
      ),
      which: fc.nat({ max: 9 }),
      isFresh: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('link' as const),
      answer: fc.constantFrom('accept', 'contacted', 'qualified', 'not-now'),
      which: fc.nat({ max: 9 }),
    }),
  },
);

const someMoves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({
    email: fc.constantFrom(...EMAILS),
    command: commands,
    after: fc.constantFrom(0, 0, 1, 5, 15, 30, 31, 60, 240),
    ago: fc.constantFrom(0, 0, 0, 0, 1, 20, 45),
    twice: fc.boolean(),
  }),
  { minLength: 1, maxLength: 16, size: 'max' },
);

const AT_ONCE = { after: 0, ago: 0, twice: false };

const hot = (email: string): Move => ({ email, command: { do: 'capture', country: 'DE', employees: 500 }, ...AT_ONCE });

/** One lead more than there is room for, in any order: the last one waits. */
const full = fc.shuffledSubarray(EMAILS, { minLength: EMAILS.length }).map((emails) => emails.map(hot));

/** Somebody acts on one of the leads; where nobody owns it, that claims it. */
const act: fc.Arbitrary<Move> = fc.record({
  email: fc.constantFrom(...EMAILS),
  command: fc.oneof(
    answers('RepAnswered', someRep, fc.constant({ answer: 'accept' })),
    answers('LeadContacted', someRep, fc.constant({})),
  ),
  after: fc.constantFrom(0, 1, 5),
  ago: fc.constant(0),
  twice: fc.boolean(),
});

/** A lead whose manager has just been told of it, and leaves it with its owner. */
const left = fc
  .record({ email: fc.constantFrom(...EMAILS), which: fc.nat({ max: 9 }) })
  .map(({ email, which }): readonly Move[] => [
    hot(email),
    { email, command: { do: 'manage', form: { manage: 'leave' }, which, isFresh: true }, ...AT_ONCE, after: 15 },
  ]);

/** What is rare by chance alone some plays begin with: a lead that nobody owns is claimed, or one is left with its owner. */
const opening = fc.oneof(
  { weight: 6, arbitrary: fc.constant([]) },
  { weight: 2, arbitrary: fc.tuple(full, act).map(([leads, next]) => [...leads, next]) },
  { weight: 1, arbitrary: left },
);

export const moves: fc.Arbitrary<readonly Move[]> = fc
  .tuple(opening, someMoves)
  .map(([first, rest]) => [...first, ...rest]);

/** The command was used wrongly: exit code 2. */
export class UsageError extends Error {
  readonly code = 'USAGE';
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

export const USAGE = `golden-hour: hot leads reach a rep who can act, within the hour

  golden-hour check --agreement DIR [--coverage [--json]]
      0 if the agreement is sound, 1 with its problems as file:line:column problem;
      --coverage tells the hours in which nobody is at work, who can be reached and how many leads fit

  golden-hour simulate --agreement DIR --events FILE [--until INSTANT] [--json] [--seed N]
      plays a feed of inbound events, one a line, through the real functions in virtual time

  golden-hour explain --agreement DIR --events FILE --lead EMAIL [--until INSTANT] [--json] [--seed N]
      why a lead has the owner that it has, or none, and what would have changed it

  golden-hour compare --agreement DIR --with DIR --events FILE [--until INSTANT] [--json] [--seed N]
      who would own what under two agreements, with load, fairness and clauses

  golden-hour import-csv FILE --map MAP.yaml [--out FILE]
      turns a table, such as a CRM's export, into a feed; bad rows are told on stderr and left out

  golden-hour doctor --agreement DIR [--stack NAME] [--json]
      looks at a stack after its deploy, GoldenHour unless told: who cannot be reached, dead letters, alarms,
      what is late; 1 if there is a problem

  golden-hour demo
      simulates the sample day that ships with the project

Exit codes: 0 fine, 1 what was asked is not so, 2 used wrongly.
`;

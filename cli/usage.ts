/** The command was used wrongly: exit code 2. */
export class UsageError extends Error {
  readonly code = 'USAGE';
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

export const USAGE = `golden-hour: hot leads reach a rep who can act, within the hour

  golden-hour check --agreement DIR
      0 if the agreement is sound, 1 with its problems as file:line:column problem

  golden-hour simulate --agreement DIR --events FILE [--until INSTANT] [--json] [--seed N]
      plays a feed of inbound events, one a line, through the real functions in virtual time

  golden-hour demo
      simulates the sample day that ships with the project

Exit codes: 0 fine, 1 what was asked is not so, 2 used wrongly.
`;

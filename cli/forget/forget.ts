import { randomIds } from '../../shared/adapters/node/random-ids.ts';
import { systemTime } from '../../shared/adapters/node/system-time.ts';
import { forgetPerson } from '../../shared/application/privacy/forget-person.ts';
import { counted } from '../../shared/domain/language/counted.ts';
import type { Streams } from '../command-line/command.ts';
import { createOutput } from '../output.ts';
import { SILENT } from '../silent-observer.ts';
import { withTable } from './open-erasable.ts';

export interface ForgetOptions {
  /** Normalised address. */
  readonly email: string;
  readonly stack: string;
  readonly json: boolean;
}

const told = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([kind, many]) =>
      counted(many, kind, kind === 'identity' ? 'identities' : `${kind}${kind.endsWith('x') ? 'es' : 's'}`),
    )
    .join(', ') || 'nothing';

/** Erases a person from a stack's table. Answers false where nothing was held. Throws StackNotRead. */
export const forgetInStack = async ({ email, stack, json }: ForgetOptions, { stdout }: Streams): Promise<boolean> => {
  const done = await withTable(stack, (store) =>
    forgetPerson(email, { store, time: systemTime, ids: randomIds, observer: SILENT }),
  );
  const output = createOutput(stdout);
  if (json) output.line(JSON.stringify({ address: email, ...done }));
  else {
    output.line(`erased   ${told(done.erased)}`);
    output.line(`changed  ${told(done.changed)}`);
  }
  await output.flush(true);
  return Object.keys(done.erased).length > 0;
};

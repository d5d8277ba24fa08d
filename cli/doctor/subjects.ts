import { readSinks } from '../../shared/agreement/sinks/read-sinks.ts';
import { readSources } from '../../shared/agreement/sources/read-sources.ts';
import { type SinkFunctionName, TOLD_BY } from '../../shared/contracts/sinks/told-by.ts';
import { SOURCE_READERS } from '../../shared/contracts/sources/source-readers.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { Recipient } from '../../shared/domain/alert/reach/account.ts';
import { membersOf, recipientsOf, repsToReach } from '../../shared/domain/alert/reach/who-is-told.ts';
import type { Sink } from '../../shared/domain/sink/sink.ts';
import type { Source } from '../../shared/domain/source/source.ts';

/** A source of sources.yaml, as far as doctor asks of it. */
export interface NamedSource {
  readonly name: string;
  readonly needsSecret: boolean;
}

/** A sink of sinks.yaml, by which function it is told. */
export interface NamedSink {
  readonly name: string;
  readonly toldBy: SinkFunctionName;
}

/** Of whom a deployment is asked. */
export interface Subjects {
  readonly recipients: readonly Recipient[];
  /** The reps' ids in Slack. */
  readonly members: readonly string[];
  readonly sources: readonly NamedSource[];
  readonly sinks: readonly NamedSink[];
}

const ofSource = ({ name, kind, bus }: Source): readonly NamedSource[] =>
  kind === 'slack' ? [] : [{ name, needsSecret: bus === undefined || SOURCE_READERS[kind].fetches !== undefined }];

const ofSink = ({ name, kind }: Sink): NamedSink => ({ name, toldBy: TOLD_BY[kind] });

/** Everybody and everything that the agreement names. Throws UnsoundAgreement. */
export const subjectsOf = async (folder: string, agreement: Agreement): Promise<Subjects> => ({
  recipients: recipientsOf(agreement),
  members: membersOf(repsToReach(agreement)),
  sources: (await readSources(folder)).flatMap(ofSource),
  sinks: (await readSinks(folder)).map(ofSink),
});

import { join } from 'node:path';
import { leadFieldType } from '../../domain/condition/condition-fields.ts';
import { quote } from '../../domain/language/quote.ts';
import type { Sink } from '../../domain/sink/sink.ts';
import { HUBSPOT_API } from '../../domain/source/hubspot-api.ts';
import { CHANNELS } from '../../domain/vocabulary/channels.ts';
import type { CrmKind } from '../../domain/vocabulary/sink-kinds.ts';
import { WEBHOOK_FACTS } from '../../domain/vocabulary/told-facts.ts';
import type { Complaint } from '../checks/finding.ts';
import { parseFile } from '../files/parse-file.ts';
import { channelsOf, repsFile, type WrittenRep } from '../files/reps.ts';
import { type SinksFile, sinksFile } from '../files/sinks.ts';
import { formatProblem, type Problem } from '../load-agreement.ts';
import { readOptional } from '../read-folder.ts';
import { UnsoundAgreement } from '../unsound-agreement.ts';

const FILE = 'sinks.yaml';

type SinkOfFile = SinksFile['sinks'][number];

/** What each CRM calls the owner: written where the file names nothing. */
const OWNER: Readonly<Record<CrmKind, string>> = { hubspot: 'hubspot_owner_id', salesforce: 'OwnerId' };

const compiled = (sink: SinkOfFile): Sink => {
  switch (sink.kind) {
    case 'webhook':
      return { ...sink, facts: [...new Set(sink.facts ?? WEBHOOK_FACTS)] };
    case 'hubspot':
      return { ...sink, apiBase: sink.apiBase ?? HUBSPOT_API, properties: sink.properties ?? { owner: OWNER.hubspot } };
    case 'salesforce': {
      const { id: idField, properties = { owner: OWNER.salesforce }, ...rest } = sink;
      return { ...rest, properties, idField };
    }
    case 'teams':
      return { ...sink, reps: [...new Set(sink.reps)] };
  }
};

const sameNames = ({ sinks }: SinksFile): readonly Complaint[] =>
  sinks.flatMap(({ name }, i) =>
    sinks.findIndex((one) => one.name === name) < i
      ? [{ path: ['sinks', i, 'name'], message: `another sink is called ${quote(name)}` }]
      : [],
  );

/** What is secret of a channel is kept under its name. */
const namesOfChannels = ({ name }: SinkOfFile, i: number): readonly Complaint[] =>
  CHANNELS.some((channel) => channel === name)
    ? [{ path: ['sinks', i, 'name'], message: `${quote(name)} is the name of a channel: call the sink otherwise` }]
    : [];

/** A CRM refuses words for stages that it does not know, so that ours are none of its. */
const wordsForStages = (sink: SinkOfFile, i: number): readonly Complaint[] => {
  if (sink.kind === 'webhook' || sink.kind === 'teams') return [];
  const [property, words] = [sink.properties?.stage, Object.keys(sink.stages)];
  if (property !== undefined && words.length === 0)
    return [{ path: ['sinks', i, 'properties', 'stage'], message: "stages has to say the CRM's own word for a stage" }];
  if (property === undefined && words.length > 0)
    return [{ path: ['sinks', i, 'stages'], message: 'properties has no stage to write these words to' }];
  return [];
};

const unknownFields = (sink: SinkOfFile, i: number): readonly Complaint[] =>
  sink.kind === 'salesforce' && leadFieldType(sink.id) === undefined
    ? [{ path: ['sinks', i, 'id'], message: `a lead has no field ${quote(sink.id)}` }]
    : [];

type KnownReps = readonly WrittenRep[] | undefined;

/** Of reps.yaml; undefined while it has problems of its own, which are told with it. */
const knownReps = async (folder: string): Promise<KnownReps> => {
  const yaml = await readOptional(join(folder, 'reps.yaml'));
  if (yaml === undefined || yaml.problems.length > 0) return undefined;
  const { data, complaints } = parseFile(repsFile, yaml.value);
  return complaints.length > 0 ? undefined : data?.reps;
};

/** A flow that took a card has not shown it yet, so a card alone tells nobody. */
const besideChannels = (sink: SinkOfFile, i: number, reps: KnownReps): readonly Complaint[] =>
  sink.kind !== 'teams' || reps === undefined
    ? []
    : sink.reps.flatMap((id, at) => {
        const path = ['sinks', i, 'reps', at];
        const rep = reps.find((one) => one.id === id);
        if (rep === undefined) return [{ path, message: `unknown rep ${quote(id)}` }];
        return channelsOf(rep).length > 0
          ? []
          : [{ path, message: `nothing but Teams would tell ${quote(id)}: give them a channel in reps.yaml` }];
      });

const ofMeaning = (data: SinksFile, reps: KnownReps): readonly Complaint[] => [
  ...sameNames(data),
  ...data.sinks.flatMap((sink, i) => [
    ...namesOfChannels(sink, i),
    ...wordsForStages(sink, i),
    ...unknownFields(sink, i),
    ...besideChannels(sink, i, reps),
  ]),
];

/** What is wrong with sinks.yaml, or what it says; a folder without it has none. */
export const loadSinks = async (
  folder: string,
): Promise<{ readonly sinks: readonly Sink[] } | { readonly problems: readonly Problem[] }> => {
  const yaml = await readOptional(join(folder, FILE));
  if (yaml === undefined) return { sinks: [] };
  const { data, complaints } = parseFile(sinksFile, yaml.value ?? {});
  const all = [...complaints, ...(data === undefined ? [] : ofMeaning(data, await knownReps(folder)))];
  const located = all.map(({ path, at, message }) => ({ ...yaml.locate(path, at), message }));
  const problems = [...yaml.problems, ...located].map((problem) => ({ file: join(folder, FILE), ...problem }));
  return problems.length > 0 || data === undefined ? { problems } : { sinks: data.sinks.map(compiled) };
};

/** The same, for whoever cannot go on without it. Throws UnsoundAgreement. */
export const readSinks = async (folder: string): Promise<readonly Sink[]> => {
  const loaded = await loadSinks(folder);
  if ('problems' in loaded) throw new UnsoundAgreement(loaded.problems.map(formatProblem));
  return loaded.sinks;
};

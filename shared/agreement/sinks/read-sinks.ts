import { join } from 'node:path';
import { leadFieldType } from '../../domain/condition/condition-fields.ts';
import { quote } from '../../domain/language/quote.ts';
import type { Sink } from '../../domain/sink/sink.ts';
import { HUBSPOT_API } from '../../domain/source/hubspot-api.ts';
import { CHANNELS } from '../../domain/vocabulary/channels.ts';
import type { CrmKind } from '../../domain/vocabulary/sink-kinds.ts';
import { WEBHOOK_FACTS } from '../../domain/vocabulary/told-facts.ts';
import { knownIds } from '../checks/check-agreement.ts';
import { checkSameNames } from '../checks/check-same-names.ts';
import type { Complaint } from '../checks/finding.ts';
import { type ParsedFile, parseFile } from '../files/parse-file.ts';
import { channelsOf, type RepsFile, repsFile } from '../files/reps.ts';
import { type SinksFile, sinksFile } from '../files/sinks.ts';
import { formatProblem, type Problem, problemsOf } from '../problem.ts';
import { readOptional } from '../read-folder.ts';
import { UnsoundAgreement } from '../unsound-agreement.ts';

const FILE = 'sinks.yaml';

type SinkOfFile = SinksFile['sinks'][number];
type Parsed = Pick<ParsedFile<SinksFile>, 'isRead' | 'isReadWhole'>;

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

/** What is secret of a channel is kept under its name. */
const namesOfChannels = ({ name }: SinkOfFile, i: number): readonly Complaint[] =>
  CHANNELS.some((channel) => channel === name)
    ? [{ path: ['sinks', i, 'name'], message: `${quote(name)} is the name of a channel: call the sink otherwise` }]
    : [];

/** A CRM refuses words for stages that it does not know, so that ours are none of its. */
const wordsForStages = (sink: SinkOfFile, i: number, { isReadWhole }: Parsed): readonly Complaint[] => {
  if (sink.kind === 'webhook' || sink.kind === 'teams') return [];
  const at = ['sinks', i];
  if (!isReadWhole([...at, 'properties']) || !isReadWhole([...at, 'stages'])) return [];
  const [property, words] = [sink.properties?.stage, Object.keys(sink.stages)];
  if (property !== undefined && words.length === 0)
    return [{ path: [...at, 'properties', 'stage'], message: "stages has to say the CRM's own word for a stage" }];
  if (property === undefined && words.length > 0)
    return [{ path: [...at, 'stages'], message: 'properties has no stage to write these words to' }];
  return [];
};

const unknownFields = (sink: SinkOfFile, i: number): readonly Complaint[] =>
  sink.kind === 'salesforce' && leadFieldType(sink.id) === undefined
    ? [{ path: ['sinks', i, 'id'], message: `a lead has no field ${quote(sink.id)}` }]
    : [];

/** Of reps.yaml; undefined where that is not there, or is no YAML. */
const parsedReps = async (folder: string): Promise<ParsedFile<RepsFile> | undefined> => {
  const yaml = await readOptional(join(folder, 'reps.yaml'));
  return yaml === undefined ? undefined : parseFile(repsFile, yaml.value, yaml.unclear);
};

/** A flow that took a card has not shown it yet, so a card alone tells nobody. */
const besideChannels = (
  sink: SinkOfFile,
  i: number,
  { data, ...parts }: ParsedFile<RepsFile>,
): readonly Complaint[] => {
  const known = data && knownIds(data, parts.isRead);
  if (sink.kind !== 'teams' || data === undefined || known === undefined) return [];
  return sink.reps.flatMap((id, at) => {
    const path = ['sinks', i, 'reps', at];
    if (!known.has(id)) return [{ path, message: `unknown rep ${quote(id)}` }];
    const place = data.reps.findIndex((one) => one.id === id);
    const rep = data.reps[place];
    if (rep === undefined || channelsOf(rep).length > 0 || !parts.isReadWhole(['reps', place])) return [];
    return [{ path, message: `nothing but Teams would tell ${quote(id)}: give them a channel in reps.yaml` }];
  });
};

const ofMeaning = (
  { sinks }: SinksFile,
  parsed: Parsed,
  reps: ParsedFile<RepsFile> | undefined,
): readonly Complaint[] => [
  ...checkSameNames('sink', sinks, parsed.isRead),
  ...sinks.flatMap((sink, i) =>
    [
      ...namesOfChannels(sink, i),
      ...wordsForStages(sink, i, parsed),
      ...unknownFields(sink, i),
      ...(reps === undefined ? [] : besideChannels(sink, i, reps)),
    ].filter(({ path }) => parsed.isRead(path)),
  ),
];

/** What is wrong with sinks.yaml, or what it says; a folder without it has none. */
export const loadSinks = async (
  folder: string,
): Promise<{ readonly sinks: readonly Sink[] } | { readonly problems: readonly Problem[] }> => {
  const yaml = await readOptional(join(folder, FILE));
  if (yaml === undefined) return { sinks: [] };
  const { data, complaints, ...parts } = parseFile(sinksFile, yaml.value ?? {}, yaml.unclear);
  const found = data === undefined ? [] : ofMeaning(data, parts, await parsedReps(folder));
  const problems = problemsOf(join(folder, FILE), yaml, [...complaints, ...found]);
  return problems.length > 0 || data === undefined ? { problems } : { sinks: data.sinks.map(compiled) };
};

/** The same, for whoever cannot go on without it. Throws UnsoundAgreement. */
export const readSinks = async (folder: string): Promise<readonly Sink[]> => {
  const loaded = await loadSinks(folder);
  if ('problems' in loaded) throw new UnsoundAgreement(loaded.problems.map(formatProblem));
  return loaded.sinks;
};

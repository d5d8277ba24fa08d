import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import * as z from 'zod';
import { Config } from '../../infra/config.ts';
import type { FullAgreement } from '../../infra/full-agreement.ts';
import { GoldenHourStack } from '../../infra/golden-hour-stack.ts';
import type { FunctionName } from '../../shared/contracts/functions.ts';
import { agreementOf, SINKS, SOURCES } from './agreement.ts';

const Resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
  DependsOn: z.union([z.string(), z.array(z.string())]).optional(),
});
export type Resource = z.infer<typeof Resource>;

/** By logical id. */
export type Resources = Readonly<Record<string, Resource>>;

const Template = z.object({ Resources: z.record(z.string(), Resource) });

export interface Synthesized {
  readonly app: App;
  readonly main: Resources;
  /** Stacks of topics, by the name of their template. */
  readonly nested: Readonly<Record<string, Resources>>;
  /** Main and nested together. */
  readonly all: Resources;
}

const { context } = z
  .object({ context: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(readFileSync('cdk.json', 'utf8')));

export interface SynthOptions {
  readonly agreement?: FullAgreement;
  readonly config?: z.input<typeof Config>;
}

/** All that can be deployed is, unless a test's own configuration leaves it out. */
const WITH_ALL: z.input<typeof Config> = {
  repliesTopicArn: 'arn:aws:sns:eu-central-1:123456789012:replies',
  athena: 'true',
};

/** Where e-mail goes by SES: then there are no topics of reps. */
export const BY_SES: z.input<typeof Config> = { email: 'ses', emailFrom: 'leads@example.com' };

/** Functions that nobody needs where e-mail goes by SNS. */
export const BY_SES_ALONE: readonly FunctionName[] = ['hear-bounce'];

const withSystems = (agreement: FullAgreement): FullAgreement => ({ sources: SOURCES, sinks: SINKS, ...agreement });

/** The app with the flags of cdk.json, without what takes most of the time: bundling, and CDK's own checks of the template. */
export const buildApp = ({ agreement, config }: SynthOptions = {}): App => {
  const app = new App({
    context: { ...context, 'aws:cdk:bundling-stacks': [] },
    builtinCloudFormationValidation: false,
  });
  new GoldenHourStack(app, 'GoldenHour', {
    agreement: withSystems(agreement ?? agreementOf(40, { phones: true })),
    config: Config.parse({ ...WITH_ALL, ...config }),
  });
  return app;
};

export const synth = (options: SynthOptions = {}): Synthesized => {
  const app = buildApp(options);
  const { directory } = app.synth();
  const read = (file: string): Resources =>
    Template.parse(JSON.parse(readFileSync(join(directory, file), 'utf8'))).Resources;
  const files = readdirSync(directory).filter((file) => file.endsWith('.nested.template.json'));
  const main = read('GoldenHour.template.json');
  const nested = Object.fromEntries(files.map((file) => [file, read(file)]));
  const inNested = files.flatMap((file) =>
    Object.entries(nested[file] ?? {}).map(([id, each]) => [`${file}/${id}`, each]),
  );
  return { app, main, nested, all: { ...main, ...Object.fromEntries(inNested) } };
};

import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import * as z from 'zod';
import { oldZoneData } from '../shared/agreement/zones/zone-data-age.ts';
import { readAgreement, UnsoundAgreement } from './agreement.ts';
import { readConfig } from './config.ts';
import { GoldenHourStack } from './golden-hour-stack.ts';

/** Ends before the app is synthesized: CDK would do it on its way out. */
const stop = (problems: string): never => {
  console.log(problems);
  process.exit(1);
};

const app = new App();
const parsed = readConfig(app.node);
const config = parsed.success ? parsed.data : stop(`The context of this deployment:\n${z.prettifyError(parsed.error)}`);
const agreement = await readAgreement(config.agreement, { year: config.year }).catch((error: unknown) => {
  if (error instanceof UnsoundAgreement) return stop(error.problems.join('\n'));
  throw error;
});

const old = oldZoneData(Date.now());
if (old !== undefined) console.warn(old);
new GoldenHourStack(app, config.stackName, { agreement, config });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import * as z from 'zod';
import { formatProblem, loadAgreement } from '../shared/adapters/agreement/load-agreement.ts';
import { createPublicHolidays } from '../shared/adapters/holidays/public-holidays.ts';
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
const loaded = await loadAgreement(config.agreement, {
  year: config.year ?? new Date().getUTCFullYear(),
  calendar: createPublicHolidays(),
});
const agreement = 'agreement' in loaded ? loaded.agreement : stop(loaded.problems.map(formatProblem).join('\n'));

new GoldenHourStack(app, config.stackName, { agreement, config });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

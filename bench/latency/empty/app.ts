import { App } from 'aws-cdk-lib';
import * as z from 'zod';
import { EMPTY_STACK } from './deploy.ts';
import { EmptyStack } from './stack.ts';

const app = new App();
const text = z.string().min(1);
new EmptyStack(app, EMPTY_STACK, {
  folder: text.parse(app.node.tryGetContext('folder')),
  phoneNumber: text.parse(app.node.tryGetContext('phoneNumber')),
});

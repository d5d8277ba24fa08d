import * as z from 'zod';
import { value } from './value.ts';

export const Env = z.object({ TABLE_NAME: value });
export type Env = z.infer<typeof Env>;

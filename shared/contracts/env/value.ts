import * as z from '../zod.ts';

/** Also parsed at synth, where a value may still be a placeholder of CloudFormation: no format can be asked for. */
export const value = z.string().check(z.minLength(1));

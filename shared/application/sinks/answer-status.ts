import type { WebAnswer } from '../../ports/web-calls.ts';

export const isOk = ({ status }: Pick<WebAnswer, 'status'>): boolean => status >= 200 && status < 300;

/** Too early, too many. */
const PASSES = [408, 423, 425, 429];

/** Whether the same again may help: of these, of their own faults, and of what is no answer. */
export const mayPass = (status: number): boolean => status >= 500 || status < 400 || PASSES.includes(status);

import { checkReaches, type ReachPorts } from '../../shared/application/reach/check-reaches.ts';

/** Every hour: whether a message to each rep would arrive is known before a lead comes. */
export const checkReach = (ports: ReachPorts) => (): Promise<void> => checkReaches(ports);

import { list, ofType, prop } from './lookup.ts';
import type { Resources } from './synth.ts';

/** What the state machine of the clocks is defined by, as Step Functions gets it when `queue` is the queue it sends to. */
export const clockDefinition = (resources: Resources, queue: string): string => {
  const [machine] = ofType(resources, 'AWS::StepFunctions::StateMachine');
  const parts = list(machine && prop(machine[1], 'DefinitionString', 'Fn::Join', 1));
  const textOf = (part: unknown): string => {
    if (typeof part === 'string') return part;
    return JSON.stringify(part).includes('AWS::Partition') ? 'aws' : queue;
  };
  return parts.map(textOf).join('');
};

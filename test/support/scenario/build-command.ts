import { buildCommand } from './command.ts';

export default buildCommand;

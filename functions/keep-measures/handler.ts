import { measureBatch } from '../../shared/application/measuring/measure-facts.ts';
import type { SqsHandler } from '../../shared/application/sqs-handler.ts';
import type { MeasuringPorts } from '../../shared/ports/ports.ts';

/** Keeps what the figures are counted from: of each lead its cycles, as its facts come. */
export const keepMeasures =
  (ports: MeasuringPorts): SqsHandler =>
  (event) =>
    measureBatch(event, ports);

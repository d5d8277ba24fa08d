import { Duration } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { DeploymentDefaults } from './deployment-defaults.ts';
import { EventRoute } from './event-route.ts';
import { ServiceFunction } from './service-function.ts';
import type { StateTable } from './state-table.ts';

export interface MeasuresProps {
  readonly defaults: DeploymentDefaults;
  readonly agreement: Agreement;
  readonly state: StateTable;
  readonly bus: EventBus;
}

/** Nobody waits for figures, and many facts of one lead are then one write. */
const BATCHING = { size: 100, window: Duration.seconds(30) };

/** Figures may be older than alerts: an import's come when its leads are scored. */
const WAITS = Duration.hours(6);

/** What figures are counted from is kept as facts come. */
export class Measures extends Construct {
  readonly function: ServiceFunction;
  readonly route: EventRoute;

  constructor(scope: Construct, id: string, { defaults, agreement, state, bus }: MeasuresProps) {
    super(scope, id);
    this.function = new ServiceFunction(this, 'KeepMeasures', {
      defaults,
      agreement,
      name: 'keep-measures',
      description: 'Keeps what the figures of both teams are counted from',
      timeout: Duration.minutes(1),
      environment: { TABLE_NAME: state.table.tableName },
    });
    state.grantMeasure(this.function);
    state.grantHistory(this.function);
    this.route = new EventRoute(this, 'Route', {
      defaults,
      bus,
      consumer: this.function,
      // Few: what is measured has to leave the table to the leads.
      maxConcurrency: 2,
      batching: BATCHING,
      waits: WAITS,
    });
  }
}

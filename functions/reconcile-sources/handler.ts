import { type ReconcilingPorts, reconcileSources } from '../../shared/application/receiving/reconcile-sources.ts';

/** Every hour: what a source could not deliver is asked for. */
export const reconcile = (ports: ReconcilingPorts) => (): Promise<void> => reconcileSources(ports);

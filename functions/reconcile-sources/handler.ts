import { type ReconcilingPorts, reconcileEach } from '../../shared/application/receiving/reconcile-sources.ts';

/** Every hour: sources are asked which leads came, for they may have lost a delivery. */
export const reconcileSources = (ports: ReconcilingPorts) => (): Promise<void> => reconcileEach(ports);

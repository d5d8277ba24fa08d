import { sinkHandler } from '../../shared/application/sinks/sink-handler.ts';
import { type WritingPorts, writeLead } from '../../shared/application/sinks/write-lead.ts';
import { isCrm } from '../../shared/domain/sink/sink.ts';

/** Writes into the CRMs of sinks.yaml what is true of a lead, once a fact tells that something changed. */
export const writeCrm = (ports: WritingPorts) => sinkHandler(isCrm, writeLead(ports), ports);

import type { Flow } from './flow.ts';
import { ofOneLead } from './of-one-lead.ts';
import { ofSeveralLeads } from './of-several-leads.ts';

export const FLOWS: readonly Flow[] = [...ofOneLead, ...ofSeveralLeads];

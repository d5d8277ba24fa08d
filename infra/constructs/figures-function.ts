import type { Role } from 'aws-cdk-lib/aws-iam';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { ReportTerms } from '../../shared/domain/measures/terms.ts';
import type { DeploymentDefaults } from './deployment-defaults.ts';
import { DOCUMENTS_OF } from './documents-of.ts';
import type { EmailOut } from './email-out.ts';
import type { ServiceFunction } from './service-function.ts';
import type { StateTable } from './state-table.ts';

/** What whoever tells figures needs. */
export interface FiguresProps {
  readonly defaults: DeploymentDefaults;
  readonly agreement: Agreement;
  readonly terms: ReportTerms;
  readonly state: StateTable;
  readonly email: EmailOut;
  /** Where links to the figures begin; ends with a slash. */
  readonly pageBase: string;
  /** Who the topics let publish. */
  readonly role: Role;
}

/** One processor: a hundred thousand leads are then counted in a second. */
const MEMORY_MB = 1_769;

/** Of a function that tells figures all that does not depend on which it is. */
export const ofFigures = ({ defaults, agreement, terms, role, state, email, pageBase }: FiguresProps) => ({
  ...{ defaults, agreement, terms, role },
  memory: MEMORY_MB,
  environment: {
    TABLE_NAME: state.table.tableName,
    PAGE_BASE: pageBase,
    ...email.environment,
  },
});

/** To read what is kept of figures, to make passes to them, and to mail them to their readers. */
export const grantFigures = (made: ServiceFunction, { state, email }: FiguresProps): void => {
  state.grantLoad(made, DOCUMENTS_OF[made.name]);
  state.grantCommit(made, ['pass', 'receipt']);
  state.grantReadMeasures(made);
  email.grantSend(made);
};

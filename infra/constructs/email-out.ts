import type { EmailEnv } from '../../shared/contracts/env/email.ts';
import type { ServiceFunction } from './service-function.ts';

/** How e-mail goes out: by topics of the reps, or by SES. */
export interface EmailOut {
  /** For whoever sends, or asks whether it would arrive. */
  readonly environment: EmailEnv;
  /** What our own stack tells of it, for the command. */
  readonly outputs: Readonly<Record<string, string>>;
  /** To send to reps and marketing. */
  grantSend(grantee: ServiceFunction): void;
  /** To ask whether mail would arrive. */
  grantAsk(grantee: ServiceFunction): void;
}

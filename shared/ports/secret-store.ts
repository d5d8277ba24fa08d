/** What others know us by, and we them: where it lies, below the deployment's own place. */
export type SecretName = `sources/${string}` | `sinks/${string}`;

/** What people keep secret for a deployment. It is never in the agreement, a template, an event or a log. */
export interface SecretStore {
  /**
   * The JSON that is kept under a name, some minutes old at most; undefined where nothing is kept. Throws SecretUnreadable
   * where that cannot be told.
   */
  read(name: SecretName): Promise<unknown>;
}

/** What is kept secret cannot be read now, or is no JSON. Says nothing of what it is. */
export class SecretUnreadable extends Error {
  readonly code = 'SECRET_UNREADABLE';
  constructor(name: SecretName, why: string) {
    super(
      `The secret ${name} cannot be read (${why}): put it again by "golden-hour secrets put", or look at the service.`,
    );
    this.name = 'SecretUnreadable';
  }
}

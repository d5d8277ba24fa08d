import type { MemoryStoreOptions } from '../shared/adapters/memory/memory-store.ts';
import type { Agreement } from '../shared/domain/agreement/agreement.ts';
import type { FactEvent } from '../shared/domain/lead/fact-event.ts';
import type { Instant } from '../shared/domain/time/instant.ts';
import type { EmailService } from '../shared/domain/vocabulary/email-services.ts';
import type { MeasuredStore } from '../shared/ports/measured-store.ts';
import type { OutgoingMessage } from '../shared/ports/messenger.ts';
import type { Observer } from '../shared/ports/observer.ts';
import type { Ports } from '../shared/ports/ports.ts';
import type { Host } from './host.ts';
import type { PretendedSlack } from './pretended-slack.ts';

/** How the embedded runtime is set up, and who listens to it. */
export interface EmbeddedOptions {
  readonly agreement: Agreement;
  /** Epoch milliseconds. */
  readonly start: number;
  readonly seed?: number;
  readonly linkBase?: string;
  /** Whether alerts say that they can be answered by SMS; `reply` works in any case. */
  readonly repliesBySms?: boolean;
  /**
   * Which service e-mail goes by: by SES, a mail may come back.
   * @default sns
   */
  readonly emailBy?: EmailService;
  /**
   * What the functions run on.
   * @default one message at a time, in order
   */
  readonly host?: Host;
  readonly store?: MemoryStoreOptions;
  /**
   * Where figures are kept as facts come.
   * @default nowhere: a simulation reads them off its facts
   */
  readonly measured?: MeasuredStore;
  readonly observer?: Observer;
  /**
   * What stands for Slack.
   * @default nothing: messages there are taken like all others, and nothing is written anew
   */
  readonly slack?: PretendedSlack;
  readonly onFact?: (fact: FactEvent) => void;
  readonly onMessage?: (message: OutgoingMessage, at: Instant, messageId: string) => void;
  /** Stands in for ports, such as by ones that fail; gets those that it stands for. */
  readonly replace?: (ports: Ports) => Partial<Ports>;
}

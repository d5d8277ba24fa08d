import { mailCheckIn } from '../../shared/application/measures/mail-check-in.ts';
import type { FiguresPorts } from '../../shared/ports/ports.ts';

/** Asked every quarter of an hour: mails the week's check-in once its hour has come. */
export const mailFigures = (ports: FiguresPorts) => (): Promise<void> => mailCheckIn(ports);

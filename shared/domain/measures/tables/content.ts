import { surenessOf } from '../check-in.ts';
import { SURENESS_WORDS } from '../check-in-text.ts';
import type { PieceRow } from '../pieces.ts';
import { counts, decisions, rates, type Table, texts } from './table.ts';

/** Which content leads had read before they qualified, which they were sent, and what became of them. */
export const pieceTable = (pieces: readonly PieceRow[]) =>
  ({
    title: 'What leads had read before they qualified, and what they were sent',
    about:
      'of the leads that qualified in the period: read before they qualified, and what became of those who had. won of decided: won / (won + lost). others: the same of those who had not read it. offered: to send, when the lead qualified. sent: as the rep has said, at any time.',
    columns: [
      ...texts(''),
      ...counts('read', 'won', 'lost'),
      ...rates('won of decided', 'others'),
      ...texts('the difference'),
      ...counts('offered', 'sent', 'sent, won', 'sent, lost'),
      ...decisions('in the catalogue'),
    ],
    rows: pieces.map(({ id, title, read, won, lost, wonRate, wonRateOfOthers, chance, ...of }) => [
      ...[title ?? id, read, won, lost, wonRate, wonRateOfOthers],
      wonRate === null || wonRateOfOthers === null ? null : SURENESS_WORDS[surenessOf(chance)],
      ...[of.offered, of.sent, of.sentAndWon, of.sentAndLost, title !== undefined],
    ]),
  }) satisfies Table;

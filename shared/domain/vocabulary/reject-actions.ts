/** Where a lead goes that its rep rejects. */
export const REJECT_ACTIONS = ['reassign', 'recycle', 'return-to-marketing', 'close'] as const;

export type RejectAction = (typeof REJECT_ACTIONS)[number];

/** The reason of a lead that is given back because its rep goes away; of no agreement. */
export const AWAY = 'away';

/** What follows from the rejection, in a sentence for each reader. */
export interface RejectWords {
  readonly forRep: string;
  readonly forMarketing: string;
}

export const REJECT_WORDS: Readonly<Record<RejectAction, RejectWords>> = {
  reassign: { forRep: 'It goes to somebody else.', forMarketing: 'It goes to another rep.' },
  recycle: {
    forRep: 'It goes back to marketing for later.',
    forMarketing: 'It goes back to nurture and starts again from there.',
  },
  'return-to-marketing': {
    forRep: 'Marketing gets it back to put it right.',
    forMarketing: 'It comes back to you, to be put right.',
  },
  close: { forRep: 'It is closed.', forMarketing: 'It is closed.' },
};

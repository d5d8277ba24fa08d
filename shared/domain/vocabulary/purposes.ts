/** What a lead may owe a rep a message for. */
export const REP_PURPOSES = ['alert', 'remind', 'tell-manager', 'taken-away', 'paused', 'rep-paused', 'watch'] as const;

/** What a lead may owe anybody a message for: marketing hears of each rejection. */
export const NOTICE_PURPOSES = [...REP_PURPOSES, 'marketing'] as const;

/** What a message to a rep was for. A digest is what became of alerts that were held back. */
export const ALERTED_PURPOSES = [...REP_PURPOSES, 'digest'] as const;

/** What is shown as a card in Teams too: what asks somebody to act on one lead. */
export const CARD_PURPOSES = ['alert', 'remind', 'tell-manager'] as const satisfies readonly RepPurpose[];

export type CardPurpose = (typeof CARD_PURPOSES)[number];
export type RepPurpose = (typeof REP_PURPOSES)[number];
export type NoticePurpose = (typeof NOTICE_PURPOSES)[number];
export type AlertedPurpose = (typeof ALERTED_PURPOSES)[number];
export type Purpose = NoticePurpose | AlertedPurpose;

/**
 * What the link of a message opens: its reader's lead, somebody else's to decide on, one that its reader watches, or when
 * its reader takes leads.
 */
export type LinkTarget = 'lead' | 'managed-lead' | 'watched-lead' | 'absence';

export interface PurposeRule {
  /** Absent where the message has no link. */
  readonly opens?: LinkTarget;
  /** Whether a reply to it is an answer. */
  readonly asksForAnswer: boolean;
  /** Whether somebody shall act on it for the owner's time with the lead: once that is over, it is not sent. */
  readonly isActionable: boolean;
  /** It keeps nothing else waiting: it goes when nothing else is held back, and leaves room for one more. */
  readonly givesWay?: true;
}

export const PURPOSE_RULES: Readonly<Record<NoticePurpose, PurposeRule>> = {
  alert: { opens: 'lead', asksForAnswer: true, isActionable: true },
  remind: { opens: 'lead', asksForAnswer: true, isActionable: true },
  'tell-manager': { opens: 'managed-lead', asksForAnswer: false, isActionable: true },
  'taken-away': { asksForAnswer: false, isActionable: false },
  // Its link leads to the page where the rep says that they are back.
  paused: { opens: 'absence', asksForAnswer: true, isActionable: false },
  'rep-paused': { asksForAnswer: false, isActionable: false },
  watch: { opens: 'watched-lead', asksForAnswer: false, isActionable: false, givesWay: true },
  marketing: { asksForAnswer: false, isActionable: false },
};

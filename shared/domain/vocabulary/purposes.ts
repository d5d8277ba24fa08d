/** What a lead may owe a rep a message for. */
export const REP_PURPOSES = ['alert', 'remind', 'tell-manager', 'taken-away', 'paused', 'rep-paused'] as const;

/** What a lead may owe anybody a message for: marketing hears of each rejection. */
export const NOTICE_PURPOSES = [...REP_PURPOSES, 'marketing'] as const;

/** What a message to a rep was for. A digest is what became of alerts that were held back. */
export const ALERTED_PURPOSES = [...REP_PURPOSES, 'digest'] as const;

export type RepPurpose = (typeof REP_PURPOSES)[number];
export type NoticePurpose = (typeof NOTICE_PURPOSES)[number];
export type AlertedPurpose = (typeof ALERTED_PURPOSES)[number];
export type Purpose = NoticePurpose | AlertedPurpose;

export interface PurposeRule {
  /** Whether the reader can answer it, by its link or by a reply. */
  readonly asksForAnswer: boolean;
  /** Whether somebody shall act on it for the owner's time with the lead: once that is over, it is not sent. */
  readonly isActionable: boolean;
}

export const PURPOSE_RULES: Readonly<Record<NoticePurpose, PurposeRule>> = {
  alert: { asksForAnswer: true, isActionable: true },
  remind: { asksForAnswer: true, isActionable: true },
  'tell-manager': { asksForAnswer: false, isActionable: true },
  'taken-away': { asksForAnswer: false, isActionable: false },
  // Its link leads to the page where the rep says that they are back.
  paused: { asksForAnswer: true, isActionable: false },
  'rep-paused': { asksForAnswer: false, isActionable: false },
  marketing: { asksForAnswer: false, isActionable: false },
};

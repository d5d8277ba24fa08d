/** What marketing may have moved a person by: where a form came from, the campaign that it names, a content piece. */
export const TOUCH_KINDS = ['source', 'campaign', 'content'] as const;

export type TouchKind = (typeof TOUCH_KINDS)[number];

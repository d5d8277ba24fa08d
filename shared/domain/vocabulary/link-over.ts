/**
 * Why a link no longer opens its lead: its rep gave the lead back, it was taken because the time ran out, its
 * outcome is recorded, it was recycled; or it is somebody else's, or of an earlier cycle, for any other reason. To a
 * manager, whoever owns it: its cycle is over.
 */
export const LINK_OVER = ['expired', 'given-back', 'ran-out', 'settled', 'recycled', 'moved-on', 'cycle-over'] as const;

export type LinkOver = (typeof LINK_OVER)[number];

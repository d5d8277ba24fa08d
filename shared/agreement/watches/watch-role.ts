import { WATCH_ROLES, type WatchRole } from '../../domain/vocabulary/watches.ts';

const ROLES: ReadonlySet<string> = new Set(WATCH_ROLES);

/** Whether a watch tells whoever has a role, and not the rep of that id. */
export const isWatchRole = (told: string): told is WatchRole => ROLES.has(told);

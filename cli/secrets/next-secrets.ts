import type { SourceSecrets } from '../../shared/contracts/sources/source-secrets.ts';

/** What somebody gives of a source's secrets; what they leave out stays. */
export type GivenSecrets = Partial<Omit<SourceSecrets, 'token'>> & { readonly token?: string };

export interface Change {
  readonly given: GivenSecrets;
  /** A token that nobody can guess, for a source that has none, or whose address shall be another. */
  readonly freshToken: string;
  readonly isAddressNew: boolean;
  /** Whether what was valid before is no more. */
  readonly only: boolean;
}

/** The new one first, and the one before it: so each side can change when it has the time. */
const beside = (fresh: readonly string[], before: readonly string[], only: boolean): string[] => {
  const all = only ? fresh : [...fresh, ...before];
  return [...new Set(all)].slice(0, Math.max(2, fresh.length));
};

/** What is kept from now on. */
export const nextSecrets = (
  before: SourceSecrets | undefined,
  { given, freshToken, isAddressNew, only }: Change,
): SourceSecrets => {
  const tokens = before === undefined ? [] : [before.token].flat();
  const fresh = given.token ?? (isAddressNew || tokens.length === 0 ? freshToken : undefined);
  const { secrets = [], ...rest } = given;
  const { apiTokenUntil, ...kept } = before ?? {};
  return {
    ...kept,
    // The date was of the token before.
    ...(apiTokenUntil === undefined || given.apiToken !== undefined ? {} : { apiTokenUntil }),
    ...rest,
    token: fresh === undefined ? tokens.slice(0, only ? 1 : 2) : beside([fresh], tokens, only),
    secrets:
      secrets.length === 0
        ? (before?.secrets ?? []).slice(0, only ? 1 : 2)
        : beside(secrets, before?.secrets ?? [], only),
  };
};

/** Of a sink: what signs is two at once as well, an address of one rep leaves those of others, and all else is as it is given. */
export type SinkParts = Readonly<Record<string, unknown>> & {
  readonly secrets?: readonly string[];
  readonly urls?: Readonly<Record<string, unknown>>;
};

/** The same for a sink. */
export const nextSinkSecrets = (
  before: SinkParts = {},
  { secrets, urls, ...given }: SinkParts,
  only: boolean,
): SinkParts => {
  const { secrets: known = [], urls: knownUrls, ...rest } = before;
  const next = secrets === undefined ? known.slice(0, only ? 1 : 2) : beside(secrets, known, only);
  const nextUrls = only && urls !== undefined ? urls : { ...knownUrls, ...urls };
  return {
    ...rest,
    ...given,
    ...(next.length === 0 ? {} : { secrets: next }),
    ...(Object.keys(nextUrls).length === 0 ? {} : { urls: nextUrls }),
  };
};

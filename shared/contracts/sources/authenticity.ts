import type { SourceKind } from '../../domain/vocabulary/source-kinds.ts';

/** A part of what is signed: a text as it is, or what of the request. */
export type SignedPart =
  | { readonly text: string }
  | { readonly of: 'body' | 'method' | 'url' | 'timestamp' | 'id' | 'first-event' };

/** When a request was signed; older ones, and those of the future, are none. */
export interface SignedAt {
  /** The header that holds it; absent: it stands in the signature's own header, as `t=`. */
  readonly header?: string;
  readonly unit: 's' | 'ms';
}

/** A way to sign a request. Header names are in lower case. */
export interface Scheme {
  readonly header: string;
  readonly algorithm: 'sha1' | 'sha256';
  readonly encoding: 'hex' | 'base64';
  /** The secret goes before what is signed and is no key: HubSpot's older way. */
  readonly secretFirst?: boolean;
  /** Before the signature in its header; where several are sent, before each. */
  readonly prefix?: string;
  /** Some senders leave the prefix out. */
  readonly isPrefixOptional?: boolean;
  /** The header is a list: `t=1,v1=…` by commas, or several signatures by spaces. */
  readonly list?: ',' | ' ';
  /** Each is tried: senders are not of one mind. */
  readonly over: readonly (readonly SignedPart[])[];
  readonly signedAt?: SignedAt;
  readonly idHeader?: string;
  /** A header that has to say so, with its value. */
  readonly onlyWith?: readonly [header: string, value: string];
  /** The secret is base64 after this beginning. */
  readonly secretPrefix?: string;
}

const BODY = { of: 'body' } as const;
const TIMESTAMP = { of: 'timestamp' } as const;
const text = (of: string) => ({ text: of }) as const;

/** Standard Webhooks 1.0. */
const STANDARD: Scheme = {
  ...{ header: 'webhook-signature', algorithm: 'sha256', encoding: 'base64', prefix: 'v1,', list: ' ' },
  over: [[{ of: 'id' }, text('.'), TIMESTAMP, text('.'), BODY]],
  signedAt: { header: 'webhook-timestamp', unit: 's' },
  idHeader: 'webhook-id',
  secretPrefix: 'whsec_',
};

const HUBSPOT_V3: Scheme = {
  ...{ header: 'x-hubspot-signature-v3', algorithm: 'sha256', encoding: 'base64' },
  over: [[{ of: 'method' }, { of: 'url' }, BODY, TIMESTAMP]],
  signedAt: { header: 'x-hubspot-request-timestamp', unit: 'ms' },
};

const HUBSPOT_V2: Scheme = {
  ...{ header: 'x-hubspot-signature', algorithm: 'sha256', encoding: 'hex', secretFirst: true },
  over: [[{ of: 'method' }, { of: 'url' }, BODY]],
  onlyWith: ['x-hubspot-signature-version', 'v2'],
};

/** How a kind of source proves that a request is its own, beside the token in the address. */
export interface Authenticity {
  /** Any of them. */
  readonly schemes: readonly Scheme[];
  /** Some of its senders cannot sign: where no secret is kept, the token in the address is all. */
  readonly mayBeUnsigned: boolean;
  /** A field of a JSON body that is the secret. */
  readonly secretField?: string;
  /** An element of an XML body that has to be one of the secrets, where any are kept. */
  readonly secretElement?: string;
}

const unsigned: Authenticity = { schemes: [STANDARD], mayBeUnsigned: true };

export const AUTHENTICITY: Readonly<Record<SourceKind, Authenticity>> = {
  json: unsigned,
  form: unsigned,
  unbounce: unsigned,
  wordpress: unsigned,
  marketo: unsigned,
  typeform: {
    schemes: [
      {
        ...{ header: 'typeform-signature', algorithm: 'sha256', encoding: 'base64', prefix: 'sha256=' },
        over: [[BODY]],
      },
    ],
    mayBeUnsigned: true,
  },
  // Hooks that are made in the dashboard are not signed.
  webflow: {
    schemes: [
      {
        ...{ header: 'x-webflow-signature', algorithm: 'sha256', encoding: 'hex' },
        over: [[TIMESTAMP, text(':'), BODY]],
        signedAt: { header: 'x-webflow-timestamp', unit: 'ms' },
      },
    ],
    mayBeUnsigned: true,
  },
  'google-ads': { schemes: [], mayBeUnsigned: false, secretField: 'google_key' },
  hubspot: { schemes: [HUBSPOT_V3], mayBeUnsigned: false },
  'hubspot-workflow': { schemes: [HUBSPOT_V3, HUBSPOT_V2], mayBeUnsigned: true },
  meta: {
    schemes: [
      {
        ...{ header: 'x-hub-signature-256', algorithm: 'sha256', encoding: 'hex', prefix: 'sha256=' },
        over: [[BODY]],
      },
    ],
    mayBeUnsigned: false,
  },
  // The prefix is part of what is signed; public receivers leave it out in either place.
  linkedin: {
    schemes: [
      {
        ...{ header: 'x-li-signature', algorithm: 'sha256', encoding: 'hex' },
        ...{ prefix: 'hmacsha256=', isPrefixOptional: true },
        over: [[text('hmacsha256='), BODY]],
      },
    ],
    mayBeUnsigned: false,
  },
  calendly: {
    schemes: [
      {
        ...{ header: 'calendly-webhook-signature', algorithm: 'sha256', encoding: 'hex', prefix: 'v1=', list: ',' },
        over: [[TIMESTAMP, text('.'), BODY]],
        signedAt: { unit: 's' },
      },
    ],
    mayBeUnsigned: false,
  },
  intercom: {
    schemes: [
      { ...{ header: 'x-hub-signature', algorithm: 'sha1', encoding: 'hex', prefix: 'sha1=' }, over: [[BODY]] },
    ],
    mayBeUnsigned: false,
  },
  // A batch is signed by its first event alone; newer senders sign it whole.
  segment: {
    schemes: [
      { ...{ header: 'x-signature', algorithm: 'sha1', encoding: 'hex' }, over: [[BODY], [{ of: 'first-event' }]] },
    ],
    mayBeUnsigned: true,
  },
  // Its events come by a partner bus, which is the proof: no request is its own.
  'salesforce-cdc': { schemes: [], mayBeUnsigned: false },
  // It signs nothing: the address is secret, and the id of the organization may be looked at too.
  'salesforce-outbound': { schemes: [], mayBeUnsigned: true, secretElement: 'OrganizationId' },
  slack: {
    schemes: [
      {
        ...{ header: 'x-slack-signature', algorithm: 'sha256', encoding: 'hex', prefix: 'v0=' },
        over: [[text('v0:'), TIMESTAMP, text(':'), BODY]],
        signedAt: { header: 'x-slack-request-timestamp', unit: 's' },
      },
    ],
    mayBeUnsigned: false,
  },
};

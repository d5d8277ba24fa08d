import type { SourceSecrets } from '../../contracts/sources/source-secrets.ts';
import type { Source } from '../../domain/source/source.ts';
import type { Digests } from '../../ports/digests.ts';
import type { WebResponse } from './web-request.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What a caller sends back is its own, and shall be shown by nobody: no longer than any of theirs is. */
const LONGEST = 512;

/** Meta asks once whether the address is ours: the challenge comes back as a plain text. */
const ofMeta = (query: URLSearchParams, { verifyToken }: SourceSecrets, digests: Digests): WebResponse | undefined => {
  const [token, challenge] = [query.get('hub.verify_token'), query.get('hub.challenge')];
  if (query.get('hub.mode') !== 'subscribe' || token === null || challenge === null || verifyToken === undefined)
    return;
  if (challenge.length > LONGEST || !digests.isEqual(utf8(token), utf8(verifyToken))) return undefined;
  return { status: 200, headers: { 'content-type': 'text/plain' }, body: challenge };
};

/** LinkedIn asks again and again whether we still have the secret: the newest answers. */
const ofLinkedin = (query: URLSearchParams, { secrets }: SourceSecrets, digests: Digests): WebResponse | undefined => {
  const challengeCode = query.get('challengeCode');
  const [newest] = secrets;
  if (challengeCode === null || challengeCode.length > LONGEST || newest === undefined) return undefined;
  const challengeResponse = Buffer.from(digests.hmac('sha256', utf8(newest), utf8(challengeCode))).toString('hex');
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ challengeCode, challengeResponse }),
  };
};

/** The answer to a source that asks whether the address is ours; undefined where it is none of its questions. */
export const handshake = (
  { kind }: Source,
  query: URLSearchParams,
  secrets: SourceSecrets,
  digests: Digests,
): WebResponse | undefined => {
  if (kind === 'meta') return ofMeta(query, secrets, digests);
  return kind === 'linkedin' ? ofLinkedin(query, secrets, digests) : undefined;
};

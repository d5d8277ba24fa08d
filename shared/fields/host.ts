/** RFC 1035. */
const LONGEST_HOST = 253;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** What ends the part of a URL in which its host is, or cannot be in a name of a host. */
const FORBIDDEN = /[\s/@:?#[\]\\%<>^|"'`(),;!]/;

/** As most hosts are written, with a top level in letters. */
const USUAL = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

const toAscii = (text: string): string => {
  if (/^[a-z0-9.-]*$/.test(text) && !text.includes('xn--')) return text;
  // UTS 46, full-width letters and the points of other scripts among it.
  return URL.canParse(`http://${text}`) ? new URL(`http://${text}`).hostname : '';
};

/**
 * A host of the public network in lower case and in ASCII, with a point in it: `münchen.example` is
 * `xn--mnchen-3ya.example`. Undefined for what is none, an address of the Internet Protocol among it.
 */
export const asciiHost = (text: string): string | undefined => {
  const name = text.toLowerCase().replace(/[.。．｡]$/, '');
  if (name.length > LONGEST_HOST) return undefined;
  if (USUAL.test(name) && !name.includes('xn--')) return name;
  if (FORBIDDEN.test(name)) return undefined;
  const host = toAscii(name);
  const labels = host.split('.');
  const top = labels.at(-1) ?? '';
  const isHost = labels.length > 1 && host.length <= LONGEST_HOST && labels.every((label) => LABEL.test(label));
  return isHost && !/^\d+$/.test(top) ? host : undefined;
};

import { type Bundled, bundleHeadline } from '../../text/bundled.ts';
import type { Transliterate } from '../../text/handover.ts';
import type { Medium } from '../../text/medium.ts';
import { checkLink } from './compose-sms.ts';
import { SEGMENT_SEPTETS, septets, toGsm7 } from './gsm7.ts';

/** One SMS segment in GSM-7, its link whole at the end. Throws LinkUnfitError. */
export const composeBundleSms = (bundled: Bundled, transliterate: Transliterate): string => {
  const { link } = bundled;
  if (link !== undefined) checkLink(link);
  const ending = link === undefined ? '' : ` ${link}`;
  const convert: Medium['convert'] = (text, language) => toGsm7(text, transliterate, language);
  return `${bundleHeadline(bundled, { convert, room: SEGMENT_SEPTETS - septets(ending), size: septets })}${ending}`;
};

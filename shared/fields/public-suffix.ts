import { lazily } from './lazily.ts';
import { PUBLIC_SUFFIXES } from './tables/public-suffixes.ts';
import { unpack } from './tables/unpack.ts';

/** Suffixes under which each customer has a domain of their own, and that the list has not. */
const ALSO = (
  'onmicrosoft.com business.site negocio.site godaddysites.com jimdosite.com jimdofree.com mystrikingly.com site123.me ' +
  'hubspotpagebuilder.com mailchimpsites.com tilda.ws wpcomstaging.com cloudwaysapps.com bigcartel.com thebase.in ' +
  'stores.jp canalblog.com over-blog.com beepworld.de de.tl ucoz.ru pagesperso-orange.fr atlassian.net my.salesforce.com ' +
  's3.amazonaws.com blob.core.windows.net blogspot.de blogspot.fr blogspot.co.uk'
).split(' ');

/** Rules by name: `co.uk`, `*.ck`, `!www.ck`. The table nests them: `ck(*,www!)`. */
const rules = lazily(() => {
  const all = new Set(ALSO);
  const parents: string[] = [];
  let parent = '';
  for (const [, label = '', mark = '', sign = ''] of unpack(PUBLIC_SUFFIXES).matchAll(/([^(),.!]*)([.!]?)([(),]|$)/g)) {
    const name = parent === '' ? label : `${label}.${parent}`;
    if (label !== '' && (sign !== '(' || mark !== '')) all.add(mark === '!' ? `!${name}` : name);
    if (sign === '(') {
      parents.push(parent);
      parent = name;
    } else if (sign === ')') parent = parents.pop() ?? '';
  }
  return all;
});

/**
 * The domain that somebody registered: the public suffix of a host and one label. Undefined for a suffix itself. Of
 * several rules the longest counts; where there is none, the last label is the suffix.
 */
export const registrableDomain = (host: string): string | undefined => {
  const all = rules();
  let child: string | undefined;
  let name = host;
  for (let dot = name.indexOf('.'); dot !== -1; dot = name.indexOf('.')) {
    const parent = name.slice(dot + 1);
    if (all.has(`!${name}`)) return name;
    if (all.has(name) || all.has(`*.${parent}`)) return child;
    child = name;
    name = parent;
  }
  return child;
};

import { PUBLIC_SUFFIXES } from './tables/public-suffixes.ts';
import { lazily, unpack } from './tables/unpack.ts';

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

/** How many labels at the end of a host are a public suffix: the longest rule's, one where there is none. */
const suffixLength = (labels: readonly string[]): number => {
  for (let i = 0; i < labels.length - 1; i += 1) {
    const name = labels.slice(i).join('.');
    const parent = labels.slice(i + 1).join('.');
    if (rules().has(`!${name}`)) return labels.length - i - 1;
    if (rules().has(name) || rules().has(`*.${parent}`)) return labels.length - i;
  }
  return 1;
};

/** The domain that somebody registered: the public suffix of a host and one label. Undefined for a suffix itself. */
export const registrableDomain = (host: string): string | undefined => {
  const labels = host.split('.');
  const length = suffixLength(labels) + 1;
  return labels.length < length ? undefined : labels.slice(-length).join('.');
};

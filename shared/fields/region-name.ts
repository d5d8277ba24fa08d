import { lazily } from './lazily.ts';
import { REGION_NAMES } from './tables/region-names.ts';
import { unpack } from './tables/unpack.ts';

interface RegionName {
  readonly inEnglish: string;
  /** In a language of its country. */
  readonly own: string;
}

const names = lazily(
  () =>
    new Map(
      unpack(REGION_NAMES)
        .split('\n')
        .map((line): readonly [string, RegionName] => {
          const [code = '', inEnglish = '', own = inEnglish] = line.split('\t');
          return [code, { inEnglish, own }];
        }),
    ),
);

/** What a region of ISO 3166-2 is called; undefined for one that is in no table. */
export const regionName = (code: string): RegionName | undefined => names().get(code);

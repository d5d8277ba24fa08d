import type { KindWords } from './region-table.ts';

/** Cities that are regions of their own beside one of nearly the same name: the words for others are not theirs. */
const TOWNS = 'RU-MOW RU-SPE UA-30 UA-40 CZ-10 TW-TPE HU-GY HU-SK HU-SN HR-21 LV-DGV LV-LPX AR-C BG-22'.split(' ');

/** `Département de l'Ain`. `Provincia de La Pampa` keeps its article, which is looked up first. */
const LINK = /^(?:of|the|de|do|da|del|della|dell|di|du|des|dos|la|las|los|l|d) /;

const OF_TOWNS = [/^(?:city of|gorod|g|misto|m|grad) (.+)$/, /^(.+) city$/];

const waysOf = ({ before, after }: KindWords): readonly RegExp[] => [
  ...(before.length === 0 ? [] : [new RegExp(`^(?:${before.join('|')}) (.+)$`)]),
  ...(after.length === 0 ? [] : [new RegExp(`^(.+?) (?:${after.join('|')})$`)]),
];

const plainWords = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const namesBy = (ways: readonly RegExp[], text: string): readonly string[] =>
  ways.flatMap((way) => {
    const name = way.exec(plainWords(text))?.[1];
    if (name === undefined) return [];
    const shorter = name.replace(LINK, '');
    return [name, shorter, shorter.replace(LINK, '')];
  });

/** A name without the word for its kind of region: the first of these that is known is meant. */
export const withoutKind = (text: string, words: KindWords): readonly string[] => namesBy(waysOf(words), text);

/** The same of what a city is called by. */
export const withoutCity = (text: string): readonly string[] => namesBy(OF_TOWNS, text);

export const isTown = (code: string): boolean => TOWNS.includes(code);

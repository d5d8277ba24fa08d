/* Hangul by the Revised Romanization of 2000, surnames as their bearers write them. */

const SURNAMES: Readonly<Record<string, string>> = {
  김: 'Kim',
  이: 'Lee',
  박: 'Park',
  최: 'Choi',
  정: 'Jung',
  강: 'Kang',
  조: 'Cho',
  윤: 'Yoon',
  장: 'Jang',
  임: 'Lim',
  한: 'Han',
  오: 'Oh',
  서: 'Seo',
  신: 'Shin',
  권: 'Kwon',
  황: 'Hwang',
  안: 'Ahn',
  송: 'Song',
  류: 'Ryu',
  유: 'Yoo',
  전: 'Jeon',
  홍: 'Hong',
  고: 'Ko',
  문: 'Moon',
  양: 'Yang',
  손: 'Son',
  배: 'Bae',
  백: 'Baek',
  허: 'Heo',
  남: 'Nam',
  심: 'Shim',
  노: 'Noh',
  하: 'Ha',
  곽: 'Kwak',
  성: 'Sung',
  차: 'Cha',
  주: 'Joo',
  우: 'Woo',
  구: 'Koo',
  민: 'Min',
};

const INITIALS = 'g kk n d tt r m b pp s ss  j jj ch k t p h'.split(' ');
const VOWELS = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const FINALS = ' k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ');

const FIRST_SYLLABLE = 0xac00;

const latinSyllable = (syllable: string): string => {
  const index = syllable.charCodeAt(0) - FIRST_SYLLABLE;
  const [initial, vowel, final] = [Math.floor(index / 588), Math.floor((index % 588) / 28), index % 28];
  return `${INITIALS[initial] ?? ''}${VOWELS[vowel] ?? ''}${FINALS[final] ?? ''}`;
};

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const latin = (syllables: string): string => capital([...syllables].map(latinSyllable).join(''));

/** Hangul of a name in Latin: a surname that stands alone, or before a given name of two syllables, as one. */
export const respellKorean = (text: string): string =>
  text.replace(/[\uac00-\ud7a3]+/g, (word) => {
    const [first = '', ...given] = word;
    const surname = SURNAMES[first];
    if (surname !== undefined && given.length === 0) return surname;
    return surname !== undefined && given.length === 2 ? `${surname} ${latin(given.join(''))}` : latin(word);
  });

import { iso31662 } from 'iso-3166';
import * as z from 'zod';
import { foldName } from '../../shared/fields/characters.ts';
import { jsonOf } from './source.ts';

/** Countries whose regions are read by name. Of others a code is taken as it stands. */
const COUNTRIES =
  'AE AR AT AU BE BG BR CA CH CL CN CO CZ DE DK EE EG ES FI FR GB GR HR HU ID IE IL IN IT JP KR LT LU LV MX MY NG NL NO NZ PE PH PL PT RO RS RU SA SE SG SI SK TH TR TW UA US VN ZA'.split(
    ' ',
  );

const names = z.object({
  subdivisions: z.object({ localeDisplayNames: z.object({ subdivisions: z.record(z.string(), z.string()) }) }),
});

const aliases = z.object({
  supplemental: z.object({
    metadata: z.object({
      alias: z.object({ subdivisionAlias: z.record(z.string(), z.object({ _replacement: z.string() })) }),
    }),
  }),
});

/** Without the word for their kind, from 1 on by code. */
const JAPAN =
  '北海道 青森 岩手 宮城 秋田 山形 福島 茨城 栃木 群馬 埼玉 千葉 東京 神奈川 新潟 富山 石川 福井 山梨 長野 岐阜 静岡 愛知 三重 滋賀 京都 大阪 兵庫 奈良 和歌山 鳥取 島根 岡山 広島 山口 徳島 香川 愛媛 高知 福岡 佐賀 長崎 熊本 大分 宮崎 鹿児島 沖縄'
    .split(' ')
    .map((name, i) => `${String(i + 1).padStart(2, '0')} ${name}`);

const CHINA =
  'BJ 北京,TJ 天津,HE 河北,SX 山西,NM 内蒙古 InnerMongolia,LN 辽宁,JL 吉林,HL 黑龙江,SH 上海,JS 江苏,ZJ 浙江,AH 安徽,FJ 福建,JX 江西,SD 山东,HA 河南,HB 湖北,HN 湖南,GD 广东,GX 广西,HI 海南,CQ 重庆,SC 四川,GZ 贵州,YN 云南,XZ 西藏,SN 陕西,GS 甘肃,QH 青海,NX 宁夏,XJ 新疆'.split(
    ',',
  );

const KOREA =
  '11 서울,26 부산,27 대구,28 인천,29 광주,30 대전,31 울산,41 경기,42 강원,43 충북 충청북,44 충남 충청남,45 전북 전라북,46 전남 전라남,47 경북 경상북,48 경남 경상남,49 제주,50 세종'.split(
    ',',
  );

/** As newspapers shorten them. */
const STATES =
  'AL Ala,AZ Ariz,AR Ark,CA Calif,CO Colo,CT Conn,DE Del,FL Fla,IL Ill,IN Ind,KS Kan Kans,MA Mass,MI Mich,MN Minn,MS Miss,MT Mont,NE Neb Nebr,NV Nev,OK Okla,OR Ore Oreg,PA Penn Penna,TN Tenn,TX Tex,WA Wash,WV WVa,WI Wis Wisc,WY Wyo'.split(
    ',',
  );

const RUSSIA =
  'MOW Москва,MOS Московская,SPE Санкт-Петербург,LEN Ленинградская,SVE Свердловская,TA Татарстан,KDA Краснодарский,NVS Новосибирская,NIZ Нижегородская,SAM Самарская,ROS Ростовская,CHE Челябинская'.split(
    ',',
  );

const UKRAINE =
  '30 Київ,32 Київська,46 Lviv Львівська,51 Odesa Odessa Одеська,63 Kharkiv Харківська,12 Dnipropetrovsk Dnipro Дніпропетровська,23 Zaporizhzhia Запорізька,05 Vinnytsia Вінницька,53 Poltava Полтавська,26 Ivano-Frankivsk Івано-Франківська'.split(
    ',',
  );

const byCode = (country: string, named: readonly string[]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    named.map((one) => {
      const [code = '', ...names] = one.split(' ');
      return [`${country}-${code}`, names];
    }),
  );

/** Names that neither the standard nor CLDR has, by code: other languages of the country, and what people write. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  'MX-CMX': ['Mexico City', 'CDMX', 'DIF', 'Distrito Federal', 'DF'],
  'MX-MEX': ['Estado de México', 'Edomex'],
  'CA-QC': ['PQ'],
  'CA-NL': ['NF', 'Newfoundland', 'Terre-Neuve-et-Labrador'],
  'CA-NT': ['Territoires du Nord-Ouest'],
  'CA-PE': ['Île-du-Prince-Édouard'],
  'CA-YT': ['Yukon Territory'],
  'CA-BC': ['Colombie-Britannique'],
  'CA-NB': ['Nouveau-Brunswick'],
  'CA-NS': ['Nouvelle-Écosse'],
  'DE-MV': ['Mecklenburg-Western Pomerania'],
  'DE-NW': ['NRW'],
  'FR-20R': ['Corsica', 'Corse'],
  'FR-75C': ['75'],
  'FR-69': ['69'],
  'ES-MD': ['Comunidad de Madrid', 'Madrid'],
  'ES-CT': ['Catalunya', 'Cataluña'],
  'ES-PV': ['País Vasco', 'Euskadi'],
  'ES-VC': ['Comunidad Valenciana'],
  'IN-OD': ['Orissa', 'OR'],
  'IN-CG': ['CT'],
  'IN-TS': ['TG'],
  'IN-UK': ['UT'],
  'ZA-KZN': ['NL'],
  'IN-DL': ['New Delhi', 'NCT of Delhi'],
  'IN-PY': ['Pondicherry'],
  'BE-BRU': ['Bruxelles', 'Brussel', 'Bruxelles-Capitale'],
  'BE-VLG': ['Vlaanderen', 'Flandre', 'Flandern'],
  'BE-WAL': ['Wallonie', 'Wallonië', 'Wallonien'],
  'CH-AG': ['Argovie'],
  'CH-BE': ['Berne', 'Berna'],
  'CH-BL': ['Baselland', 'Bâle-Campagne'],
  'CH-BS': ['Basel', 'Bâle-Ville'],
  'CH-FR': ['Freiburg'],
  'CH-GE': ['Genf', 'Ginevra'],
  'CH-GR': ['Grigioni', 'Grisons'],
  'CH-NE': ['Neuenburg'],
  'CH-SG': ['St. Gallen', 'Saint-Gall'],
  'CH-SO': ['Soleure'],
  'CH-TG': ['Thurgovie'],
  'CH-TI': ['Tessin'],
  'CH-VD': ['Waadt'],
  'CH-VS': ['Wallis'],
  'AR-C': ['CABA', 'Capital Federal', 'Ciudad de Buenos Aires'],
  'CL-RM': ['Santiago', 'Metropolitana', 'Región Metropolitana', 'Santiago Metropolitan'],
  'CO-DC': ['Bogotá', 'Bogotá D.C.'],
  'DK-84': ['Hovedstaden'],
  'FI-18': ['Nyland'],
  'FR-PAC': ['PACA'],
  'GB-LND': ['Greater London'],
  'GB-WLS': ['Cymru'],
  'GR-I': ['Αττική'],
  'GR-B': ['Κεντρική Μακεδονία'],
  'NG-FC': ['Abuja', 'FCT'],
  'PL-02': ['Lower Silesia', 'Lower Silesian'],
  'PL-12': ['Lesser Poland'],
  'PL-14': ['Masovian', 'Mazovia', 'Masovia'],
  'PL-22': ['Pomerania', 'Pomeranian'],
  'PL-24': ['Silesia', 'Silesian'],
  'PL-30': ['Greater Poland', 'Wielkopolska'],
  'TH-10': ['กรุงเทพมหานคร', 'กรุงเทพฯ'],
  ...byCode('US', STATES),
  'US-DC': ['Washington DC', 'Washington D.C.'],
  ...byCode('RU', RUSSIA),
  ...byCode('UA', UKRAINE),
  ...byCode('JP', JAPAN),
  ...byCode('CN', CHINA),
  ...byCode('KR', KOREA),
};

const english = names.parse(jsonOf('cldr-subdivisions-full', 'subdivisions/en/en.json')).subdivisions.localeDisplayNames
  .subdivisions;

/** `Asturias, Principado de` is also `Principado de Asturias`; what stands in brackets is a note. */
const spellings = (name: string): readonly string[] => {
  const plain = name.replace(/\s*[([].*?[)\]]/g, '');
  const [head = '', tail, ...more] = plain.split(', ');
  if (tail === undefined || more.length > 0) return [plain];
  return /\b(?:de|of|Respublika|The|City|County|město|Comunidad)\b/.test(tail)
    ? [head, `${tail} ${head}`]
    : [head, tail];
};

const inCldr = (code: string): string => code.replace('-', '').toLowerCase();

const foldedNames = (code: string, name: string): readonly string[] => {
  const called = [name, english[inCldr(code)] ?? name, ...(ALSO[code] ?? [])];
  return [...new Set(called.flatMap(spellings).map(foldName))].filter((folded) => folded !== '');
};

/** Codes that the standard had before, of the same country. */
const formerCodes = (): ReadonlyMap<string, readonly string[]> => {
  const { subdivisionAlias } = aliases.parse(jsonOf('cldr-core', 'supplemental/aliases.json')).supplemental.metadata
    .alias;
  const former = new Map<string, readonly string[]>();
  for (const [old, { _replacement: now }] of Object.entries(subdivisionAlias)) {
    if (now.includes(' ') || old.slice(0, 2) !== now.slice(0, 2)) continue;
    former.set(now, [...(former.get(now) ?? []), old.slice(2)]);
  }
  return former;
};

interface Place {
  readonly code: string;
  readonly name: string;
  readonly parent: string;
}

/** A name belongs to the larger of two places of one country: Madrid is the community, not the province in it. */
const ownersOf = (places: readonly Place[]): ReadonlyMap<string, string | undefined> => {
  const owners = new Map<string, string | undefined>();
  const inner = places.filter(({ parent }) => parent.includes('-'));
  for (const group of [places.filter(({ parent }) => !parent.includes('-')), inner]) {
    const mine = new Map<string, string | undefined>();
    for (const { code, name } of group)
      for (const folded of foldedNames(code, name))
        mine.set(folded, mine.has(folded) && mine.get(folded) !== code ? undefined : code);
    for (const [folded, code] of mine) if (!owners.has(folded)) owners.set(folded, code);
  }
  return owners;
};

/**
 * The regions of ISO 3166-2, a country on a line: `AT 1:burgenland 2:karnten:carinthia …`, each with its code, the codes
 * it had before, and its names folded.
 */
export const subdivisions = (): string => {
  const former = formerCodes();
  return COUNTRIES.map((country) => {
    const places = iso31662.filter(({ code }) => code.startsWith(`${country}-`));
    const owners = ownersOf(places);
    const lines = places.map(({ code, name }) => {
      const own = foldedNames(code, name).filter((folded) => owners.get(folded) === code);
      const short = code.slice(3);
      const old = (former.get(inCldr(code)) ?? []).filter(
        (one) => !places.some((place) => place.code === `${country}-${one.toUpperCase()}`),
      );
      return [short, ...new Set([...old, ...own])].filter((one, i) => i === 0 || one !== short.toLowerCase()).join(':');
    });
    return [country, ...lines].join(' ');
  }).join('\n');
};

/** Without what stands behind it, and the sign of a note. */
const shown = (name: string): string => (spellings(name)[0] ?? name).replace(/[¹²³]/g, '');

/**
 * What the same regions are called, one on a line: its code, its name in English, and its own name where that is another,
 * divided by tabs.
 */
export const regionNames = (): string =>
  iso31662
    .filter(({ code }) => COUNTRIES.includes(code.slice(0, 2)))
    .map(({ code, name }) => [code, ...new Set([shown(english[inCldr(code)] ?? name), shown(name)])].join('\t'))
    .join('\n');

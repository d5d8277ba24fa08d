import type { Some } from '../dice.ts';
import type { Place } from './place.ts';

export const US_EAST: Place = {
  country: 'US',
  regions: ['US-NY', 'US-MA', 'US-PA', 'US-GA', 'US-FL', 'US-OH', 'US-VA'],
  timeZone: 'America/New_York',
  language: 'en',
  names: [
    ['Keisha', 'Broussard'],
    ['Xóchitl', 'Ramírez'],
    ['Patrick', "O'Shaughnessy"],
    ['Mei-Ling', 'Zhao'],
    ['DeShawn', 'Whitfield'],
    ['Agnieszka', 'Kowalczyk'],
    ['Tyler', 'van Buren'],
    ['Shoshana', 'Feldman'],
    ['Anjali', 'Krishnamurthy'],
  ],
  companies: [
    'Allegheny Castings',
    'Harbor Point Distribution',
    'Old Dominion Outfitters',
    'Peachtree Provisions',
    'Three Rivers Valve',
    'Catskill Grocers',
    'Biscayne Imports',
  ],
  phone: '+120255501xx',
};

export const US_WEST: Place = {
  country: 'US',
  regions: ['US-CA', 'US-WA', 'US-OR', 'US-CO', 'US-AZ'],
  timeZone: 'America/Los_Angeles',
  language: 'en',
  names: [
    ['Kai', 'Nakamura-Lewis'],
    ['Guadalupe', 'Peña'],
    ['Soo-jin', 'Park'],
    ['Wyatt', 'Larsen'],
    ['Leilani', 'Kahananui'],
    ['Armen', 'Grigoryan'],
    ['Noor', 'Al-Sayegh'],
  ],
  companies: [
    'Cascade Hops',
    'Mojave Solar Supply',
    'Golden Gate Cold Chain',
    'Sierra Trailworks',
    'Puget Sound Pallets',
    'Redwood Paper',
  ],
  phone: '+120255501xx',
};

export const CANADA: Place = {
  country: 'CA',
  regions: ['CA-BC', 'CA-ON', 'CA-QC', 'CA-AB'],
  timeZone: 'America/Toronto',
  language: 'en',
  names: [
    ['Océane', 'Tremblay'],
    ['Gurpreet', 'Dhaliwal'],
    ['Étienne', 'Lachance'],
  ],
  companies: ['Laurentide Bois', 'Prairie Grain Handling', 'Okanagan Orchards'],
};

export const ELSEWHERE: Some<Place> = [
  {
    country: 'JP',
    timeZone: 'Asia/Tokyo',
    language: 'ja',
    names: [
      ['美咲', '田中'],
      ['健太郎', '佐藤'],
      ['さくら', '小林'],
    ],
    companies: ['瀬戸内物流', '東雲製作所'],
  },
  {
    country: 'KR',
    timeZone: 'Asia/Seoul',
    language: 'ko',
    names: [
      ['지우', '김'],
      ['서연', '박'],
    ],
    companies: ['한강유통'],
  },
  {
    country: 'CN',
    timeZone: 'Asia/Shanghai',
    language: 'zh',
    names: [
      ['伟', '王'],
      ['秀英', '李'],
    ],
    companies: ['长江仓储'],
  },
  {
    country: 'IN',
    timeZone: 'Asia/Kolkata',
    language: 'hi',
    names: [
      ['प्रिया', 'शर्मा'],
      ['அருண்', 'குமார்'],
      ['Ananya', 'Mukherjee'],
    ],
    companies: ['Deccan Textiles', 'Malabar Spices'],
  },
  {
    country: 'AE',
    timeZone: 'Asia/Dubai',
    language: 'ar',
    names: [
      ['ليلى', 'الهاشمي'],
      ['عمر', 'بن سالم'],
    ],
    companies: ['Gulf Crescent Trading'],
  },
  {
    country: 'IL',
    timeZone: 'Asia/Jerusalem',
    language: 'he',
    names: [
      ['נועה', 'לוי'],
      ['יוסף', 'כהן'],
    ],
    companies: ['Carmel Irrigation'],
  },
  {
    country: 'GR',
    timeZone: 'Europe/Athens',
    language: 'el',
    names: [
      ['Ελένη', 'Παπαδοπούλου'],
      ['Νίκος', 'Αντωνίου'],
    ],
    companies: ['Aegean Olive Works'],
  },
  {
    country: 'UA',
    timeZone: 'Europe/Kyiv',
    language: 'uk',
    names: [
      ['Олена', 'Шевченко'],
      ['Тарас', 'Бондаренко'],
    ],
    companies: ['Dnipro Steel Trade'],
  },
  {
    country: 'TH',
    timeZone: 'Asia/Bangkok',
    language: 'th',
    names: [
      ['สมชาย', 'ใจดี'],
      ['มาลี', 'ศรีสุข'],
    ],
    companies: ['Chao Phraya Foods'],
  },
  {
    country: 'BR',
    timeZone: 'America/Sao_Paulo',
    language: 'pt',
    names: [
      ['João', 'Gonçalves'],
      ['Conceição', 'Araújo'],
    ],
    companies: ['Paraná Alimentos'],
  },
  {
    country: 'AU',
    timeZone: 'Australia/Sydney',
    language: 'en',
    names: [
      ['Bronte', 'Fairweather'],
      ['Lachlan', 'Nguyen'],
      ['Talia', 'Papas'],
    ],
    companies: ['Wollemi Timber', 'Southern Cross Freight', 'Kookaburra Outdoor'],
    phone: '+61491570159',
  },
  {
    country: 'NG',
    timeZone: 'Africa/Lagos',
    language: 'en',
    names: [
      ['Chukwuemeka', 'Okonkwo'],
      ['Ngozi', 'Balogun'],
      ['Ibrahim', 'Sule'],
    ],
    companies: ['Lagoon Distribution'],
  },
];

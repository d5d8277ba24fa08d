import type { Some } from '../dice.ts';
import type { Place } from './place.ts';

export const GERMANY: Place = {
  country: 'DE',
  timeZone: 'Europe/Berlin',
  language: 'de',
  names: [
    ['Jürgen', 'Weiß'],
    ['Anneliese', 'Krämer'],
    ['Sören', 'Petersen'],
    ['Aylin', 'Öztürk'],
    ['Käthe', 'Möller'],
    ['Jonas', 'Hübner'],
    ['Michał', 'Wójcik'],
    ['Leonie', 'Groß'],
    ['Dimitrios', 'Papadakis'],
    ['Marlene', 'Köhler'],
  ],
  companies: [
    'Nordlicht Logistik',
    'Hallstein Maschinenbau',
    'Rheintal Handel',
    'Köbler & Söhne',
    'Isarwerk',
    'Lindauer Feinkost',
    'Brückner Antriebe',
    'Havelland Versand',
  ],
  phone: '+4917139200xx',
};

export const AUSTRIA: Place = {
  country: 'AT',
  timeZone: 'Europe/Vienna',
  language: 'de',
  names: [
    ['Franz', 'Xaver Gruber'],
    ['Theresa', 'Mayr'],
    ['Lukas', 'Brandstätter'],
    ['Željka', 'Horvat'],
  ],
  companies: ['Donauhafen Lager', 'Kärntner Holzwerk', 'Wiener Papierhaus'],
};

export const SWITZERLAND: Place = {
  country: 'CH',
  timeZone: 'Europe/Zurich',
  language: 'de',
  names: [
    ['Reto', 'Zürcher'],
    ['Chiara', 'Bernasconi'],
    ['Noëmi', 'Ruckstuhl'],
  ],
  companies: ['Säntis Präzision', 'Gotthard Cargo', 'Limmat Detailhandel'],
};

export const BRITAIN: Place = {
  country: 'GB',
  timeZone: 'Europe/London',
  language: 'en',
  names: [
    ['Siân', 'Llewellyn'],
    ['Oluwaseun', 'Adeyemi'],
    ['Hamish', 'MacLeod'],
    ['Priya', 'Raghunathan'],
    ['Zoë', "O'Dowd"],
    ['Callum', 'Whitaker'],
    ['Beatrix', 'St John-Smythe'],
    ['Imran', 'Chaudhry'],
    ['Rhys', 'ap Gwilym'],
  ],
  companies: [
    'Thornbury Freight',
    'Pennine Textiles',
    'Hollow Oak Foods',
    'Mersey Fasteners',
    'Blackfriars Retail Group',
    'Cotswold Ceramics',
    'Tyne Cold Stores',
  ],
  phone: '+447700900xxx',
};

export const IRELAND: Place = {
  country: 'IE',
  timeZone: 'Europe/Dublin',
  language: 'en',
  names: [
    ['Saoirse', 'Ní Bhriain'],
    ['Cathal', 'Mac Giolla'],
    ['Aoife', 'Dunne'],
  ],
  companies: ['Liffey Wholesale', 'Burren Dairies', 'Galway Marine Supply'],
};

export const FRANCE: Place = {
  country: 'FR',
  timeZone: 'Europe/Paris',
  language: 'fr',
  names: [
    ['Maëlle', 'Le Goff'],
    ['François-Xavier', "d'Aboville"],
    ['Hélène', 'Courtois'],
    ['Nguyễn', 'Thị Mai'],
    ['Yacine', 'Benhaddou'],
    ['Loïc', 'Guégan'],
  ],
  companies: ['Ateliers Beauséjour', 'Transports Garonne', 'Maison Vézelay', 'Réseau Primeur', 'Fonderies de la Meuse'],
  phone: '+336399801xx',
};

export const BENELUX: Some<Place> = [
  {
    country: 'NL',
    timeZone: 'Europe/Amsterdam',
    language: 'nl',
    names: [
      ['Sjoerd', 'van der Zwaag'],
      ['Femke', "in 't Veld"],
      ['Güler', 'Şahin'],
      ['Maarten', 'IJsselstein'],
    ],
    companies: ['Zuiderzee Bloemen', 'De Vecht Techniek', 'Maasvlakte Opslag'],
  },
  {
    country: 'BE',
    timeZone: 'Europe/Brussels',
    language: 'fr',
    names: [
      ['Élodie', "T'Serstevens"],
      ['Wout', 'Claeys'],
      ['Amélie', 'Dupont-Leroy'],
    ],
    companies: ['Ardennes Bois', 'Schelde Staal', 'Brasserie Hautecroix'],
  },
];

export const NORDICS: Some<Place> = [
  {
    country: 'SE',
    timeZone: 'Europe/Stockholm',
    language: 'sv',
    names: [
      ['Åsa', 'Öberg'],
      ['Björn', 'Söderqvist'],
      ['Linnéa', 'Ångström'],
      ['Amina', 'Warsame'],
    ],
    companies: ['Mälaren Plåt', 'Norrsken Frakt', 'Ekholm Kök'],
    phone: '+467017406xx',
  },
  {
    country: 'NO',
    timeZone: 'Europe/Oslo',
    language: 'no',
    names: [
      ['Sølvi', 'Bjørnstad'],
      ['Håkon', 'Aarøy'],
    ],
    companies: ['Fjordlaks', 'Dovre Anlegg'],
  },
  {
    country: 'DK',
    timeZone: 'Europe/Copenhagen',
    language: 'da',
    names: [
      ['Søren', 'Ægidius'],
      ['Mette', 'Østergaard'],
    ],
    companies: ['Kattegat Shipping', 'Jyske Møbler'],
  },
  {
    country: 'FI',
    timeZone: 'Europe/Helsinki',
    language: 'fi',
    names: [
      ['Päivi', 'Määttä'],
      ['Eero', 'Hämäläinen'],
    ],
    companies: ['Saimaa Paperi', 'Kalevala Tools'],
  },
];

/** What people call a country beside its name, in the languages of the widget. */
export const COUNTRY_NAMES: Readonly<Record<string, string | undefined>> = {
  AE: 'UAE Emirates',
  CD: 'Congo DRC',
  CI: 'Ivory Coast',
  CZ: 'Czech Republic Tschechische Republik',
  GB: 'UK Great Britain Britain England Scotland Wales Northern Ireland Großbritannien Schottland Grande-Bretagne Angleterre Écosse Gran Bretaña Inglaterra Escocia Gran Bretagna Inghilterra Scozia Grã-Bretanha Escócia Groot-Brittannië Engeland Schotland Anglia Szkocja 英国 英格兰 إنجلترا بريطانيا אנגליה',
  KR: 'Korea',
  MM: 'Burma Birma',
  NL: 'Holland Holanda Olanda Hollande Holandia オランダ 荷兰 הולנד',
  RU: 'Russia',
  TR: 'Turkey Türkei',
  US: 'USA US America Amerika Amérique 米国 美国 أمريكا ארהב',
  VA: 'Vatican',
};

/** What clocks are called in other languages, by what they are called in English (source: CLDR). */
export const OTHER_ABBREVIATIONS: Readonly<Record<string, string | undefined>> = {
  'AST/ADT': 'HNA HAA',
  'CET/CEST': 'MEZ MESZ HNEC HAEC',
  'CST/CDT': 'HNC HAC',
  'EET/EEST': 'OEZ OESZ',
  'EST/EDT': 'HNE HAE',
  'MST/MDT': 'HNR HAR',
  'PST/PDT': 'HNP HAP',
  'WET/WEST': 'WEZ WESZ',
};

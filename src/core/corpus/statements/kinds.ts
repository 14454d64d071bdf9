import type { Field } from './field.ts';

/** What kind a thing is of, told before its noun: a white van, a Roman coin, the left leg. */
export const KINDS: readonly Field[] = [
  {
    name: 'colour',
    least: 0,
    ofNoun: true,
    values: oneEach('white black red blue green yellow orange brown pink purple silver beige', {
      grey: 'grey, gray',
    }),
  },
  {
    name: 'nationality',
    least: 0,
    ofNoun: true,
    values: oneEach(
      'afghan albanian algerian american angolan armenian australian austrian azerbaijani bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian cambodian cameroonian canadian chilean chinese colombian congolese croatian cuban cypriot czech danish dutch egyptian eritrean estonian ethiopian filipino finnish french georgian german ghanaian greek guatemalan haitian honduran hungarian icelandic indian indonesian iranian iraqi irish israeli italian ivorian jamaican japanese jordanian kazakh kenyan kuwaiti latvian lebanese liberian libyan lithuanian malaysian maltese mexican moldovan mongolian moroccan mozambican nigerian norwegian omani pakistani palestinian panamanian paraguayan peruvian polish portuguese qatari romanian russian rwandan saudi scottish senegalese serbian singaporean slovak somali spanish sudanese swedish swiss syrian taiwanese tanzanian thai tunisian turkish ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean',
      { argentine: 'argentine, argentinian', nepalese: 'nepalese, nepali', slovenian: 'slovenian, slovene' },
    ),
  },
];

/** Values that are told by one word each, and others. */
export function oneEach(
  words: string,
  others: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  return { ...Object.fromEntries(words.split(' ').map((word) => [word, word])), ...others };
}

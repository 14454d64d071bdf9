import { franc } from 'franc-min';

/** The languages that the detector tells apart, ISO 639-3 to ISO 639-1. */
const CODES: Readonly<Record<string, string>> = {
  arb: 'ar',
  ben: 'bn',
  bho: 'bh',
  ceb: 'und',
  cmn: 'zh',
  deu: 'de',
  eng: 'en',
  fra: 'fr',
  fuv: 'ff',
  guj: 'gu',
  hau: 'ha',
  hin: 'hi',
  ibo: 'ig',
  ind: 'id',
  ita: 'it',
  jav: 'jv',
  jpn: 'ja',
  kan: 'kn',
  kor: 'ko',
  mai: 'und',
  mal: 'ml',
  mar: 'mr',
  mya: 'my',
  nld: 'nl',
  ory: 'or',
  pan: 'pa',
  pes: 'fa',
  pol: 'pl',
  por: 'pt',
  ron: 'ro',
  run: 'rn',
  rus: 'ru',
  sin: 'si',
  skr: 'und',
  som: 'so',
  spa: 'es',
  sun: 'su',
  swh: 'sw',
  tam: 'ta',
  tel: 'te',
  tgl: 'tl',
  tha: 'th',
  tur: 'tr',
  ukr: 'uk',
  urd: 'ur',
  uzn: 'uz',
  vie: 'vi',
  yor: 'yo',
  zlm: 'ms',
  zul: 'zu',
  und: 'und',
  bos: 'bs',
  hrv: 'hr',
  srp: 'sr',
  ell: 'el',
  heb: 'he',
  ces: 'cs',
  hun: 'hu',
  bul: 'bg',
  bel: 'be',
  azj: 'az',
  kaz: 'kk',
  nep: 'ne',
  swe: 'sv',
  amh: 'am',
  kin: 'rw',
};
const ENGLISH = /\b(?:the|and|of|to|in|that|is|was|for|on|with|by|said|has|from)\b/gi;
const SAMPLE = 4000;
const SHORTEST = 40;
const SHORTEST_LATIN = 150;
const SOME_ENGLISH = 0.06;

/** ISO 639-1 code of the text's language, or `und` where it cannot be told. Looks at a bounded sample from the middle on. */
export function detectLanguage(text: string): string {
  const from = text.length > 3 * SAMPLE ? Math.floor(text.length / 3) : 0;
  const sample = text.slice(from, from + SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 3) return 'und';
  const words = sample.split(/\s+/).length;
  const english = sample.match(ENGLISH)?.length ?? 0;
  if (words >= 4 && english / words > 0.14) return 'en';
  if (letters < SHORTEST) return english > 0 ? 'en' : 'und';
  // a few Latin words, names above all, look like any language
  const latin = (sample.match(/[a-z]/gi)?.length ?? 0) > letters / 2;
  if (latin && (letters < SHORTEST_LATIN || english / words > SOME_ENGLISH)) return english > 0 ? 'en' : 'und';
  return CODES[franc(sample)] ?? 'und';
}

import { isRealDay } from './calendar.ts';
import { durationTimex, isOfDay } from './durationTimex.ts';
import type { Moment, Season } from './moment.ts';
import { ANY_MONTH, MONTH, PART, SEASON, SMALL, smallNumber, UNIT, WEEKDAY, weekdayIndex, YEAR } from './patterns.ts';
import { clock, daysOfMonth, feast, monthDay, ordinal, section, shiftOf, unitOf, wholeOf } from './readMoments.ts';
import { KIND } from './wordKinds.ts';

/** A pattern over the text of one sentence, and what a match means; null where the match is no time. */
export interface TimeRule {
  /** The kinds of words of which a sentence must hold one for the pattern to be worth a try. */
  readonly gate: number;
  /** Global. That no word, number or currency sign stands right before is looked at after the match: it is far cheaper so. */
  readonly pattern: RegExp;
  readonly read: (groups: Record<string, string | undefined>, before: string, after: string) => Moment | null;
}

const rule = (gate: number, source: string, read: TimeRule['read']): TimeRule => ({
  gate,
  pattern: new RegExp(`(?:${source})(?![\\p{L}\\p{N}])`, 'gu'),
  read,
});
const MOD = '(?<mod>(?:[Ee]arly|[Ll]ate|[Mm]id)[ -](?:in |on )?)?';
const NOT_YEAR_AFTER =
  /^\s?(?:[-–]\d|%|percent|per cent|people|men|women|children|soldiers|troops|dollars|euros|pounds|km|kg|miles|meters|metres|feet|tons|tonnes|deaths|cases|votes|points|effective|years|workers|fighters|members|homes|\p{Ll}+s people)/u;

const OFTEN_ENDS =
  /^ (?:in|on|at|to|for|by|from|with|through|throughout|of|as|since|until|during|over|after|before|and|but|or|than)\b/;
const SAME_PERIOD = '(?:latest|current|same|year-earlier|year-ago|corresponding|preceding|prior|full|fiscal)';

/** In order of preference; of overlapping matches the longest wins, then the earlier rule. */
export const TIME_RULES: readonly TimeRule[] = [
  rule(KIND.digit, '(?<year>\\d{4})-(?<m>\\d\\d)-(?<d>\\d\\d)', (g) => {
    const [year, month, day] = [Number(g.year), Number(g.m), Number(g.d)];
    return isRealDay(year, month, day) ? { type: 'date', year, month, day } : null;
  }),
  rule(KIND.digit, '(?<a>\\d{1,2})(?<by>[/.])(?<b>\\d{1,2})[/.](?<year>(?:19|20)\\d\\d)', (g) => {
    const [a, b, year] = [Number(g.a), Number(g.b), Number(g.year)];
    // with dots the day always comes first
    if ((a > 12 || g.by === '.') && isRealDay(year, b, a)) return { type: 'date', year, month: b, day: a };
    return b > 12 && isRealDay(year, a, b) ? { type: 'date', year, month: a, day: b } : null;
  }),
  rule(
    KIND.months,
    `(?:${WEEKDAY},? )?${MOD}(?<month>${MONTH}) (?<day>\\d{1,2})(?:st|nd|rd|th)?(?:(?:,| of)? (?:(?<year>${YEAR})|(?:the )?(?<of>last|this|next) year))?`,
    monthDay,
  ),
  rule(
    KIND.months,
    `(?:${WEEKDAY},? )?(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of)? (?<month>${MONTH})(?:,? (?:(?<year>${YEAR})|(?:of )?(?:the )?(?<of>last|this|next) year))?`,
    monthDay,
  ),
  rule(
    KIND.years,
    `(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of)? (?<month>${ANY_MONTH})(?: of|,)? (?<year>${YEAR})`,
    monthDay,
  ),
  rule(KIND.months, '(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)? (?:of |(?=august))(?<month>march|may|august)', monthDay),
  rule(KIND.months, `${MOD}(?<month>${MONTH})(?:,| of)? (?<year>${YEAR})`, monthDay),
  rule(KIND.months, `${MOD}(?<month>${MONTH})(?:,| of)? (?:the )?(?<of>last|this|next) year`, monthDay),
  rule(
    KIND.days,
    `(?<eve>[Nn]ew [Yy]ear['’]s|[Cc]hristmas) [Ee]ve|(?<year>[Nn]ew [Yy]ear['’]s [Dd]ay)|(?<christmas>Christmas(?: [Dd]ay)?)|(?<boxing>Boxing [Dd]ay)|Halloween`,
    feast,
  ),
  rule(
    KIND.months,
    `(?:(?:[Bb]etween|[Ff]rom) )?(?<month>${MONTH}) (?<from>\\d{1,2})(?: (?:and|to) |[-–])(?<to>\\d{1,2})(?!(?:st|nd|rd|th)?[:.]?\\d|(?:,| of)? (?:${YEAR}))`,
    daysOfMonth,
  ),
  rule(
    KIND.months,
    `(?:(?:[Bb]etween|[Ff]rom) )?(?<from>\\d{1,2})(?: (?:and|to) |[-–])(?<to>\\d{1,2}) (?<month>${MONTH})(?: (?<year>${YEAR}))?`,
    daysOfMonth,
  ),
  rule(KIND.months, `(?<last>[Ll]ast|[Tt]his|[Nn]ext|[Tt]his past) (?<month>${MONTH})`, monthDay),
  // "on a Monday in August 2021": which one is not said
  rule(
    KIND.months,
    `[Aa]n? ${WEEKDAY}(?: ${PART})? in (?:early |late |mid[- ])?(?<month>${MONTH})(?:,? (?<year>${YEAR}))?`,
    monthDay,
  ),
  rule(
    KIND.months,
    `(?:[Tt]he )?(?:first|second|third|last|final) (?:week|weekend|days) of (?<month>${MONTH})(?! (?:${YEAR}|(?:the )?(?:last|this|next) year))`,
    monthDay,
  ),
  rule(KIND.months | KIND.seasons, `(?:[Tt]he )?(?:${MONTH}|${SEASON}) of (?:that|the same) year`, () => ({
    type: 'anchored',
    timex: null,
  })),
  rule(KIND.months, `${MOD}(?<month>${MONTH})`, (g, before, after) => {
    const month = g.month as string;
    const clue =
      /(?:^|\s)(?:in|of|since|by|until|till|from|to|and|between|during|early|late|mid|last|around|through|for|before|after|or)\s$/i;
    const full = month.length > 4 && month !== 'March';
    if (/^\s\p{Lu}/u.test(after) || (!full && !clue.test(before) && !g.mod)) return null;
    if (!full && /\b(?:and|or|to)\s$/.test(before)) return null;
    return monthDay(g);
  }),
  rule(KIND.years, `(?:[Tt]he )?${MOD}(?<year>(?:1[5-9]|20)\\d0)['’]?s`, (g) => ({
    type: 'decade',
    year: Number(g.year),
  })),
  rule(KIND.years, `${MOD}(?<year>1[5-9]\\d\\d|20[0-5]\\d)`, (g, before, after) => {
    if (
      /[#:.,\d/–—-]$|(?:at least|about|around|nearly|almost|over|than|some|approximately|up to|No\.?|number)\s?$/i.test(
        before,
      )
    ) {
      if (!/(?:\bin|\d{4}[-–/]|\)),?\s?$/.test(before)) return null;
    }
    // "a survey of 1709 schoolchildren"
    if (/\b(?:of|with|among)\s$/.test(before) && /^ \p{Ll}{3,}(?:s|ren|men|people)\b/u.test(after)) return null;
    if (NOT_YEAR_AFTER.test(after) || /^[.,]\d|^[°:]/.test(after)) return null;
    return { type: 'date', year: Number(g.year), ...(g.mod ? { approximate: true } : {}) };
  }),
  rule(KIND.years, `(?<from>${YEAR})[-–—/](?<to>${YEAR}|\\d\\d)`, (g, _before, after) => {
    const from = Number(g.from);
    const to = g.to?.length === 2 ? Math.floor(from / 100) * 100 + Number(g.to) : Number(g.to);
    if (to <= from || to > 2100 || NOT_YEAR_AFTER.test(after)) return null;
    return { type: 'range', from: { type: 'date', year: from }, to: { type: 'date', year: to } };
  }),
  rule(KIND.days, `(?<day>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight)(?: (?<part>${PART}))?`, (g) => {
    const word = (g.day as string).toLowerCase();
    const count = word === 'yesterday' ? -1 : word === 'tomorrow' ? 1 : 0;
    const part = word === 'tonight' ? 'night' : g.part;
    return { type: 'offset', unit: 'day', count, ...(part ? { part } : {}) };
  }),
  rule(KIND.parts, `(?<shift>[Tt]his|[Ll]ast) (?<part>morning|afternoon|evening|night)`, (g) => ({
    type: 'offset',
    unit: 'day',
    count: /last/i.test(g.shift as string) ? -1 : 0,
    part: g.part as string,
  })),
  rule(
    KIND.weekdays,
    `(?:(?:[Ll]ate|[Ee]arly)(?: on)? )?(?:(?<shift>[Tt]his|[Ll]ast|[Nn]ext|[Tt]his past|[Tt]his coming) )?(?<weekday>${WEEKDAY})(?: (?<part>${PART}))?`,
    (g) => ({
      type: 'date',
      weekday: weekdayIndex(g.weekday as string),
      ...(g.shift ? { shift: shiftOf(g.shift) } : {}),
      ...(g.part ? { part: g.part } : {}),
    }),
  ),
  rule(
    KIND.units,
    `(?:(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly) )?(?<shift>[Tt]his|[Ll]ast|[Nn]ext) (?<unit>week|month|year|decade|century|weekend)`,
    (g) => {
      const unit = g.unit === 'weekend' ? 'week' : unitOf(g.unit as string);
      return {
        type: 'offset',
        unit,
        count: shiftOf(g.shift as string),
        ...(g.unit === 'weekend' ? { part: 'weekend' } : {}),
      };
    },
  ),
  rule(
    KIND.units,
    `(?:[Tt]he |[Tt]hat |[Tt]his )?(?:same|previous|following|next|preceding) (?:day|morning|afternoon|evening|night|week|weekend|month|year)|[Tt]hat (?:day|night|morning|afternoon|evening|week|month|year)|(?:[Tt]he )?(?:day|week|month|year|night) (?:before|after|earlier|later)|[Tt]he weekend`,
    () => ({ type: 'anchored', timex: null }),
  ),
  rule(
    KIND.units,
    `(?<count>${SMALL}|[Aa]n?|[Aa] few|[Ss]everal|[Ss]ome|[Aa] couple of|[Mm]any|[Mm]ore than ${SMALL})[ -](?<unit>${UNIT})s? (?<rel>ago|earlier|later|before|after|prior|previously)`,
    (g) => {
      const unit = unitOf(g.unit as string);
      const count = smallNumber((g.count as string).toLowerCase());
      if (g.rel === 'ago' && count !== null) return { type: 'offset', unit, count: -count, ago: true };
      if (g.rel === 'ago') return { type: 'reference', timex: 'PAST_REF' };
      return { type: 'anchored', timex: durationTimex(count, unit), ...(isOfDay(unit) ? { ofDay: true } : {}) };
    },
  ),
  rule(
    KIND.units,
    `(?:[Ii]n |[Oo]ver |[Dd]uring |[Ff]or |[Ww]ithin )?(?:[Tt]he )?(?<side>last|past|next|coming|previous|recent) (?:(?<count>${SMALL}|few|several|couple of) )?(?<unit>${UNIT})(?<plural>s)?`,
    (g, before, after) => {
      // "the last five months of her life" counts from elsewhere
      if (/^ of (?:my|your|his|her|its|our|their)\b/.test(after)) return null;
      // "the last years of the empire"
      if (g.plural && !g.count && /^ of (?:the|an?) /.test(after)) return { type: 'anchored', timex: null };
      const unit = unitOf(g.unit as string);
      const count = g.count ? smallNumber(g.count) : null;
      if (g.side === 'recent' || (g.count && count === null)) {
        return { type: 'reference', timex: shiftOf(g.side as string) > 0 ? 'FUTURE_REF' : 'PAST_REF' };
      }
      if (!g.count && /\p{L}$/u.test(before)) return null;
      return { type: 'window', unit, count: count ?? 1, side: shiftOf(g.side as string) };
    },
  ),
  rule(
    KIND.yearly,
    `(?:[Tt]he )?(?<which>first|last|final|opening) (?:(?<count>${SMALL}) )?(?<unit>day|week|month|half|year)s? of (?:(?<month>${MONTH}) )?(?:(?<year>${YEAR})|(?<last>this|last|next) year)`,
    section,
  ),
  rule(
    KIND.yearly,
    `(?:[Tt]he )?(?<which>first|second|last|latter) (?:part|half) of (?:(?<month>${MONTH}) )?(?:(?<year>${YEAR})|(?<last>this|last|next) year)`,
    (g) => ({
      type: 'quarter',
      index: g.which === 'first' ? 1 : 2,
      size: 6,
      of: wholeOf(g),
    }),
  ),
  rule(
    KIND.yearly,
    `(?:[Tt]he )?(?<edge>beginning|start|end|middle|turn) of (?:(?<month>${MONTH}) )?(?:(?:the year )?(?<year>${YEAR})|(?<last>this|last|next) year)`,
    (g) => {
      const of = wholeOf(g);
      return of.type === 'date' ? { ...of, approximate: true } : of;
    },
  ),
  rule(KIND.units, `(?<edge>[Bb]eginning|[Ss]tart|[Ee]nd) of the year(?! ${YEAR})`, (g, before) =>
    // "the end of the year in which he died" is of another year, and so are most that no word of time leads to
    /\b(?:since|from) (?:the )?$/i.test(before) && !/end/i.test(g.edge as string)
      ? { type: 'date', month: 1, inYear: 0 }
      : /\b(?:since|until|till|by|before|from|at|towards?) (?:the )?$/i.test(before)
        ? { type: 'offset', unit: 'year', count: 0 }
        : null,
  ),
  rule(
    KIND.quarters,
    `(?:[Tt]he )?(?<which>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)(?:[ -]fiscal)?[ -]quarter(?:(?: of)? (?:(?<year>${YEAR})|(?<last>this|last|next) year))?`,
    (g) => ({
      type: 'quarter',
      index: ['first', 'second', 'third', 'fourth'].indexOf((g.which as string).toLowerCase()) + 1,
      size: 3,
      of: wholeOf(g),
      nearest: !g.year && !g.last,
    }),
  ),
  rule(
    KIND.quarters | KIND.units,
    `(?:[Tt]he |[Tt]his )(?:${SAME_PERIOD} )+(?:fiscal )?(?:quarter|period|half|nine months|six months|year)|(?:[Tt]he )?(?:year|quarter)-(?:ago|earlier)(?: (?:quarter|period|month))?`,
    () => ({ type: 'anchored', timex: null }),
  ),
  rule(
    KIND.quarters,
    `[Tt]he quarter(?=[.,;]|’s|'s| (?:ended|ending|was|were|and|from|to|that|is|because|as)\\b)`,
    () => ({
      type: 'anchored',
      timex: null,
    }),
  ),
  rule(
    KIND.units,
    `[Tt]he (?:(?:first|last|final) (?<count>${SMALL}) (?<unit>week|month|year)s|(?<long>three|six|nine) months(?= (?:ended|ending|to|through)\\b))`,
    (g) => ({
      type: 'anchored',
      timex: durationTimex(smallNumber(g.count ?? (g.long as string)), unitOf(g.unit ?? 'month')),
    }),
  ),
  rule(KIND.units, `(?:[Tt]he )?${MOD}(?<n>\\d{1,2}(?:st|nd|rd|th)|[\\p{Ll}-]{5,14}) centur(?:y|ies)`, (g) => {
    const n = ordinal(g.n as string);
    return n === null || n < 1 || n > 21 ? null : { type: 'century', first: n - 1 };
  }),
  rule(KIND.units, '[Tt]his century', () => ({ type: 'offset', unit: 'century', count: 0 })),
  rule(
    KIND.seasons,
    `(?:(?<shift>[Tt]his|[Ll]ast|[Nn]ext) |(?<the>[Tt]he) )?(?:(?:early|late|mid)[ -])?(?<season>${SEASON}|Spring|Summer|Autumn|Winter)(?: of)?(?: (?<year>${YEAR}))?`,
    (g, before) => {
      const nearest = !g.year && !g.shift;
      // "the fall of the house", "the spring behind it"
      if (
        nearest &&
        !(
          g.the &&
          g.season !== 'fall' &&
          /\b(?:in|during|since|until|till|before|after|by|over|to|into|through)\s$/i.test(before)
        )
      )
        return null;
      const season = (g.season as string).toLowerCase().replace('fall', 'autumn') as Season;
      return {
        type: 'season',
        season,
        ...(g.year ? { year: Number(g.year) } : {}),
        ...(g.shift ? { shift: shiftOf(g.shift) } : {}),
        ...(nearest ? { nearest } : {}),
      };
    },
  ),
  rule(
    KIND.digit,
    '(?<h>\\d{1,2})(?:[:.](?<min>\\d\\d))? ?(?<half>[ap]\\.?m\\.?)(?: (?:local time|[A-Z]{2,4}T?\\b))?',
    clock,
  ),
  rule(
    KIND.digit,
    '(?<h>[01]?\\d|2[0-3]):(?<min>[0-5]\\d)(?::[0-5]\\d)?(?: ?(?:local time|GMT|UTC|EST|EDT|CET|BST|PT|ET))?',
    clock,
  ),
  rule(
    KIND.parts,
    `(?<count>${SMALL}) o['’]?clock(?: (?:in the (?<part>morning|afternoon|evening)|at (?<night>night)))?`,
    (g) => {
      const hour = smallNumber(g.count as string);
      if (hour === null || hour > 24) return null;
      const late = hour < 12 && (g.part === 'afternoon' || g.part === 'evening' || (g.night && hour > 5));
      return clock({ h: String(late ? hour + 12 : hour) });
    },
  ),
  rule(KIND.digit, '(?<h>[01]\\d|2[0-3])(?<min>[0-5]\\d) (?:GMT|UTC|hours|local time)', clock),
  rule(
    KIND.sets,
    `(?:[Ee]very|[Ee]ach) (?<unit>day|week|month|year|night|morning|${WEEKDAY})|24/7|(?<often>[Dd]aily|[Ww]eekly|[Mm]onthly|[Aa]nnually|[Yy]early)`,
    (g, _before, after) => {
      // "a daily paper" tells a kind of paper, "met daily" tells when
      if (g.often && /^ \p{L}/u.test(after) && !OFTEN_ENDS.test(after)) return null;
      return {
        type: 'set',
        timex: g.unit && !/^[A-Z]/.test(g.unit) ? `P1${(g.unit[0] as string).toUpperCase()}` : 'XXXX-XX-XX',
      };
    },
  ),
];

import type { TimeExpression } from './moment.ts';
import { TIME_RULES } from './rules.ts';
import { kindsIn } from './wordKinds.ts';

/** A sentence is searched no further than this; news prose never comes near it. */
const LONGEST = 3000;

/**
 * The time expressions of one sentence, not overlapping, in order.
 * @param kinds the kinds of its words, where the caller knows them already.
 */
export function detectTimes(text: string, kinds = kindsIn(text.split(/[\s/]+/))): TimeExpression[] {
  const slice = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  if (kinds === 0) return [];
  const found: TimeExpression[] = [];
  for (const { gate, pattern, read } of TIME_RULES) {
    if ((kinds & gate) === 0) continue;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(slice); match; match = pattern.exec(slice)) {
      const start = match.index;
      if (isInsideWord(slice, start)) {
        pattern.lastIndex = start + 1;
        continue;
      }
      const end = start + match[0].length;
      const before = slice.slice(Math.max(0, start - 24), start);
      const moment = read(match.groups ?? {}, before, slice.slice(end, end + 24));
      if (moment) found.push(trimmed(slice, start, end, moment));
    }
  }
  return composeRanges(slice, keepLongest(found));
}

/** A letter, a digit or a currency sign stands right before. */
function isInsideWord(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (before < 128) return BEFORE_ASCII.test(text.charAt(at - 1));
  return at > 0 && BEFORE.test(text.slice(Math.max(0, at - 2), at));
}
const BEFORE_ASCII = /[A-Za-z0-9$]/;
const BEFORE = /[\p{L}\p{N}$£€]$/u;

/** Leading prepositions and articles stay outside, as in "in [the] [last three years]". */
function trimmed(text: string, start: number, end: number, moment: TimeExpression['moment']): TimeExpression {
  const lead = /^(?:(?:in|over|during|for|within|on) )?(?:the )?/i.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start: start + lead, end, moment };
}

function keepLongest(found: readonly TimeExpression[]): TimeExpression[] {
  const order = found
    .map((t, i) => ({ t, i }))
    .sort((a, b) => b.t.end - b.t.start - (a.t.end - a.t.start) || a.i - b.i);
  const kept: TimeExpression[] = [];
  for (const { t } of order) if (!kept.some((k) => k.start < t.end && t.start < k.end)) kept.push(t);
  return kept.sort((a, b) => a.start - b.start);
}

const SINCE = /(?:^|[\s(])((?:ever )?since (?:the )?)$/i;
const BETWEEN = /(?:^|[\s(])((between|from) (?:the )?)$/i;

/** "between 2019 and 2021", "from May to June", "since June 2020", a day with its time of day. */
function composeRanges(text: string, times: readonly TimeExpression[]): TimeExpression[] {
  const out: TimeExpression[] = [];
  for (let i = 0; i < times.length; i++) {
    const one = times[i] as TimeExpression;
    const two = times[i + 1];
    const before = text.slice(Math.max(0, one.start - 14), one.start);
    const gap = two ? text.slice(one.end, two.start) : '';
    const opening = BETWEEN.exec(before);
    const dash = /^ ?[–—-] ?$/.test(gap) && one.moment.type !== 'offset' && two?.moment.type !== 'offset';
    const joins = opening ? /^ (?:and|to|until|through|till) (?:the )?$/.test(gap) : dash;
    if (two && joins && isCalendar(one) && isCalendar(two)) {
      const start = one.start - (opening?.[1]?.length ?? 0);
      const moment = { type: 'range', from: one.moment, to: two.moment } as const;
      out.push({ start, end: two.end, moment, ...(gap.length > 1 ? { ends: [one, two] as const } : {}) });
      i++;
      continue;
    }
    const since = SINCE.exec(before);
    if (since && isCalendar(one)) {
      out.push({
        start: one.start - (since[1] as string).length,
        end: one.end,
        moment: { type: 'since', from: one.moment },
      });
    } else out.push(one);
  }
  return out;
}

function isCalendar({ moment }: TimeExpression): boolean {
  return (
    moment.type === 'date' ||
    moment.type === 'offset' ||
    moment.type === 'decade' ||
    moment.type === 'quarter' ||
    moment.type === 'season'
  );
}

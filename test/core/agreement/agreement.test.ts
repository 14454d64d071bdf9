import { describe, expect, it } from 'vitest';
import { agreementOf } from '../../../src/core/agreement/agreement.ts';
import { alignIds } from '../../../src/core/agreement/alignIds.ts';
import { categoryAgreement } from '../../../src/core/agreement/categoryAgreement.ts';
import { compareAnnotators } from '../../../src/core/agreement/compareAnnotators.ts';
import { differences } from '../../../src/core/agreement/differences.ts';
import { spanAgreement } from '../../../src/core/agreement/spanAgreement.ts';
import type { MentionRecord } from '../../../src/core/model/records.ts';
import { rawFile } from '../../../src/core/sidecar/rawFile.ts';
import { accept } from '../../../src/core/store/edits/decide.ts';
import { addNote } from '../../../src/core/store/edits/noteEdits.ts';
import { checked } from '../sidecar/mergeCases.ts';
import { countingIds, STAMP } from '../store/editMakers.ts';
import { sampleStore } from '../store/sampleArticle.ts';

const at = (start: number, end: number, block = 'b5c00d73') => ({ at: [{ block, start, end }] });

describe('spans', () => {
  it.each([
    ['nobody marked anything', [], [], null, null],
    ['only one marked something', [at(0, 3)], [], 0, 0],
    ['the same words', [at(0, 3), at(5, 9)], [at(5, 9), at(0, 3)], 1, 1],
    ['overlapping words', [at(0, 3)], [at(2, 9)], 0, 1],
    ['words that touch', [at(0, 3)], [at(3, 9)], 0, 0],
    ['the same offsets in two lines', [at(0, 3)], [at(0, 3, '00000000')], 0, 0],
    ['one long mark over two short ones', [at(0, 20)], [at(0, 3), at(5, 9)], 0, 1],
    ['the same words twice on one side', [at(0, 3), at(0, 3)], [at(0, 3)], 2 / 3, 1],
    ['a third of each', [at(0, 3), at(4, 5), at(6, 7)], [at(0, 3), at(8, 9), at(10, 11)], 1 / 3, 1 / 3],
  ])('%s', (_, first, second, exact, overlap) => {
    const { exactF1, overlapF1 } = spanAgreement(first, second);
    if (exact === null || overlap === null) expect([exactF1, overlapF1]).toEqual([exact, overlap]);
    else expect([exactF1, overlapF1]).toEqual([expect.closeTo(exact, 6), expect.closeTo(overlap, 6)]);
  });
});

describe('Cohen’s kappa', () => {
  const pairs = (...counts: [string, string, number][]) =>
    counts.flatMap(([a, b, count]) => Array.from({ length: count }, () => [a, b] as const));

  it('is as in a worked example', () => {
    // Two readers of 50 proposals: 20 both yes, 15 both no, 5 and 10 apart; po 0.7, pe 0.5.
    const { observed, kappa } = categoryAgreement(pairs(['y', 'y', 20], ['y', 'n', 5], ['n', 'y', 10], ['n', 'n', 15]));
    expect([observed, kappa]).toEqual([0.7, expect.closeTo(0.4, 6)]);
  });

  it.each([
    ['nothing to compare', [], null, null],
    ['always the same, of two categories', pairs(['a', 'a', 2], ['b', 'b', 2]), 1, 1],
    ['one category only', pairs(['a', 'a', 5]), 1, null],
    ['never the same', pairs(['a', 'b', 2], ['b', 'a', 2]), 0, -1],
  ])('%s', (_, given, observed, kappa) => {
    expect(categoryAgreement(given)).toMatchObject({ observed, kappa });
  });
});

const HEAD = { format: 'dossier', version: 1, source: { sha256: '0'.repeat(64), offsets: 'utf-16; LF' } };
const entity = (name: string, type = 'person') => ({ type, name, state: 'added', origin: 'person' });
const mention = (start: number, of: string, state = 'added') => ({
  ...{ ...at(start, start + 3), quote: { exact: 'Ada' }, entity: of, form: 'name', state, origin: 'person' },
});
const claim = (start: number, verdict?: string) => ({
  ...{ ...at(start, start + 9), quote: { exact: 'Ada left.' }, text: 'Ada left.', attribution: { voice: 'outlet' } },
  ...{ kind: 'fact', modality: 'asserted', polarity: 'affirmed', state: 'added', origin: 'person', verdict },
});
const file = (kinds: object) => checked(JSON.stringify({ ...HEAD, ...kinds }));

describe('two annotators', () => {
  it('are compared by what they stand for, whatever ids they gave', () => {
    const one = file({
      entities: { e_a: entity('Ada') },
      mentions: { m_a: mention(0, 'e_a'), m_b: mention(9, 'e_a', 'suggested') },
      claims: { c_a: claim(0, 'supported'), c_b: claim(20) },
    });
    const other = file({
      entities: { e_x: entity('Ada', 'group') },
      mentions: { m_x: mention(0, 'e_x'), m_y: mention(9, 'e_x', 'rejected') },
      claims: { c_x: claim(0, 'refuted'), c_y: claim(20) },
    });
    expect(agreementOf(one, other)).toMatchObject({
      mentions: { first: 1, second: 1, same: 1, exactF1: 1 },
      types: { items: 1, observed: 0 },
      verdicts: { items: 2, observed: 0.5 },
      kinds: { items: 2, observed: 1, kappa: null },
    });
  });

  it('differ only in what they decided, not in the ids of what both made', () => {
    const one = file({ entities: { e_a: entity('Ada') }, mentions: { m_a: mention(0, 'e_a') } });
    const other = file({
      entities: { e_x: entity('ada', 'group') },
      mentions: { m_x: mention(0, 'e_x'), m_y: mention(9, 'e_x') },
    });
    expect(differences(one, alignIds(one, other))).toMatchObject([
      {
        record: { id: 'e_a' },
        change: 'changed',
        fields: [{ field: 'name' }, { field: 'type', before: 'person', after: 'group' }],
      },
      { record: { id: 'm_y' }, change: 'added' },
    ]);
  });

  it('are compared in the order of the text, what stands nowhere last, without what neither decided on', () => {
    const [mine, theirs] = [sampleStore(), sampleStore()];
    const mentions = [...theirs.annotations.mentions.values()];
    const [early, late] = [mentions[0], mentions.at(-1)] as [MentionRecord, MentionRecord];
    theirs.apply(addNote(theirs, { text: 'of the whole', spans: [] }, STAMP, countingIds()));
    theirs.apply(accept(theirs, [{ kind: 'mentions', id: late.id }], STAMP));
    theirs.apply(accept(theirs, [{ kind: 'mentions', id: early.id }], STAMP));
    const other = rawFile(theirs.annotations, theirs.blocks);
    const { differences: found } = compareAnnotators(mine, other);
    const of = ({ id, place }: MentionRecord) => [id, place.spans[0]?.start];
    const places = found
      .filter(({ record }) => record.kind !== 'entities')
      .map(({ record, span }) => [record.id, span?.start ?? null]);
    expect(places).toEqual([of(early), of(late), ['n_new1', null]]);
    expect(compareAnnotators(mine, rawFile(mine.annotations, mine.blocks)).differences).toEqual([]);
  });
});

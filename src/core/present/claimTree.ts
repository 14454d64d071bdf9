import type { ClaimRecord } from '../model/records.ts';
import type { Voice } from '../model/types.ts';
import type { LineIndex } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { groupBy } from '../util/groupBy.ts';
import { type ArticleIndex, inOrder } from './articleIndex.ts';
import { type Filter, passes, wantsRejected } from './filter.ts';
import { lineParts, MOST_ROWS, partRows } from './listParts.ts';
import { remarkableGroups } from './remarkableGroups.ts';
import { commentNodes, remarksOf } from './remarks.ts';
import { contextOf, idStep, ordinals, type Tree, type TreeNode } from './treeNode.ts';
import { TreeRows } from './treeRows.ts';
import {
  chainWords,
  evidenceWords,
  figureWords,
  STATE_WORDS,
  sliceOf,
  sourceWords,
  timeWords,
  VOICE_WORDS,
} from './words.ts';

export const CLAIM_GROUPINGS = ['source', 'topic', 'position'] as const;
export type ClaimGrouping = (typeof CLAIM_GROUPINGS)[number];

const VOICE_ICONS: Readonly<Record<Voice, string>> = {
  outlet: 'megaphone',
  direct: 'quote',
  indirect: 'comment',
  mixed: 'comment-discussion',
};

const NO_TOPIC = 'no topic';

interface ClaimTreeOptions {
  readonly index: ArticleIndex;
  readonly text: string;
  readonly lines: LineIndex;
  readonly group: ClaimGrouping;
  readonly filter: Filter | null;
  /** Notes that stay on this machine, by kind and id. */
  readonly privateNotes: ReadonlyMap<string, string>;
  /** What other sources say on a claim, in words; empty where nothing is known. */
  readonly across?: (spans: readonly Span[]) => string;
}

/**
 * Groups (who says it, or the topic) > claims > what each is made of; or the claims in document order. Rejected ones only
 * where the filter asks. Free notes, quotations and relations stand behind them.
 */
export function buildClaimTree(options: ClaimTreeOptions): Tree {
  const { text, lines, group, filter, privateNotes, across = () => '' } = options;
  let { index } = options;
  const rows = new TreeRows();
  const source = (claim: ClaimRecord) => sourceWords(index, claim, text);
  const gather = () => {
    const claims = inOrder(index.annotations.claims.values());
    const all = claims.filter(({ state }) => state !== 'rejected');
    const kept = (wantsRejected(filter) ? claims : all).filter((claim) =>
      passes(filter, claim.state, () =>
        [
          claim.text,
          claim.place.exact,
          claim.topic ?? '',
          source(claim),
          ...remarksOf(claim, privateNotes, 'claims'),
        ].join('\n'),
      ),
    );
    return { kept, total: all.length };
  };
  let { kept, total } = gather();
  const expanded = kept.length <= 2 * MOST_ROWS;

  const claimNode = (parent: TreeNode | null, shown: ClaimRecord, id: string): TreeNode =>
    rows.ofRecord(
      // A list may be of before a decision that left it as it is.
      index.annotations.claims.get(shown.id) ?? shown,
      (claim) => {
        const at = claim.place.spans[0]?.start;
        const where = at === undefined ? 'not found in the text' : `line ${lines.lineAt(at) + 1}`;
        const said = group === 'source' ? [] : [source(claim)];
        const judged = claim.verdict ? [claim.recheck ? `${claim.verdict}, check again` : claim.verdict] : [];
        const state = claim.state === 'suggested' ? [] : [STATE_WORDS[claim.state]];
        const disputed = claim.conflict ? ['conflict'] : [];
        const others = [across(claim.place.spans)].filter(Boolean);
        return {
          id,
          parent,
          label: claim.text,
          description: [...said, ...judged, ...state, ...disputed, ...others, where].join(' · '),
          icon: claim.conflict
            ? 'git-merge'
            : claim.place.anchor === 'anchored'
              ? VOICE_ICONS[claim.attribution.voice]
              : 'warning',
          context: contextOf('claim', claim),
          spoken: `Claim, ${STATE_WORDS[claim.state]}, ${VOICE_WORDS[claim.attribution.voice]}, attributed to ${source(claim)}: ${[claim.text, ...others].join('. ')}`,
          record: { kind: 'claims', id: claim.id },
          spans: claim.place.spans,
        };
      },
      detailNodes,
    );
  const detailNodes = (parent: TreeNode, claim: ClaimRecord): TreeNode[] => {
    const unique = ordinals();
    const detail = (name: string, label: string, icon: string, spans: readonly Span[] = []) =>
      rows.make({
        id: unique(`${parent.id}/${name}`),
        parent,
        label,
        description: name,
        icon,
        context: 'detail',
        spoken: `${name}: ${label}`,
        spans,
      });
    const { attribution, figures, times, hedge, note, verdict } = claim;
    const chain = chainWords(index, claim);
    const secret = privateNotes.get(`claims ${claim.id}`);
    return [
      detail('says', source(claim), 'person', attribution.sourceAt),
      ...(chain.length > 1 ? [detail('through', chain.join(' ← '), 'arrow-left')] : []),
      ...(attribution.cueAt.length > 0
        ? [detail('cue', sliceOf(text, attribution.cueAt), 'symbol-keyword', attribution.cueAt)]
        : []),
      ...(hedge ? [detail('hedge', hedge, 'question')] : []),
      ...(claim.polarity === 'negated' ? [detail('polarity', 'negated', 'circle-slash')] : []),
      ...(claim.kind === 'fact' ? [] : [detail('kind', claim.kind, 'symbol-enum')]),
      ...figures.map((figure) => detail('figure', figureWords(figure), 'symbol-number', figure.at)),
      ...times.map((time) => detail('date', timeWords(time), 'calendar', time.at)),
      ...(verdict ? [detail('verdict', verdict, 'law')] : []),
      ...(note ? [detail('note', note, 'note')] : []),
      ...(claim.tags ? [detail('tags', claim.tags.join(', '), 'tag')] : []),
      ...(secret ? [detail('private note', secret, 'lock')] : []),
      ...(claim.evidence ?? []).map((evidence, at) =>
        rows.make({
          id: unique(`${parent.id}/evidence`),
          parent,
          label: evidenceWords(evidence),
          description: `evidence ${evidence.stance}`,
          icon: evidence.stance === 'for' ? 'thumbsup' : 'thumbsdown',
          context: 'evidence',
          spoken: `Evidence ${evidence.stance} the claim: ${evidenceWords(evidence)}`,
          item: { record: { kind: 'claims', id: claim.id }, list: 'evidence', at },
        }),
      ),
      ...commentNodes(rows, parent, { kind: 'claims', id: claim.id }, claim.comments),
    ];
  };
  const claimNodes = (parent: TreeNode | null, claims: readonly ClaimRecord[]) => {
    const unique = ordinals();
    return claims.map((claim) => claimNode(parent, claim, unique(`${parent?.id ?? 'claim'}/${idStep(claim.text)}`)));
  };
  const listed = (parent: TreeNode | null, claims: readonly ClaimRecord[]) =>
    partRows({ rows, parent, records: claims, parts: lineParts(claims, lines) }, claimNodes);
  /** The article's own claims and those without a topic come behind the others, however many they are. */
  const isLast = (name: string, claims: readonly ClaimRecord[]) =>
    group === 'topic' ? name === NO_TOPIC : claims[0]?.attribution.voice === 'outlet';
  const groupOf = (claim: ClaimRecord) => (group === 'topic' ? (claim.topic ?? NO_TOPIC) : source(claim));
  const groupId = (name: string) => `${group}/${idStep(name)}`;
  const grouped = () => {
    const groups = groupBy(kept, groupOf);
    return [...groups]
      .sort(([nameA, a], [nameB, b]) => Number(isLast(nameA, a)) - Number(isLast(nameB, b)) || b.length - a.length)
      .map(([name, claims]) =>
        rows.make(
          {
            id: groupId(name),
            label: name,
            description: String(claims.length),
            icon:
              group === 'topic' ? 'symbol-keyword' : claims[0]?.attribution.voice === 'outlet' ? 'megaphone' : 'person',
            context: 'group',
            spoken: `${name}, ${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}`,
            expanded,
          },
          (self) => listed(self, claims),
        ),
      );
  };
  const arrange = () => [
    ...(group === 'position' ? listed(null, kept) : grouped()),
    ...remarkableGroups({ rows, index, lines, filter, privateNotes }),
  ];
  let roots = arrange();
  return {
    get roots() {
      return roots;
    },
    get shown() {
      return kept.length;
    },
    get total() {
      return total;
    },
    records: () => kept.map(({ id }) => ({ kind: 'claims', id })),
    follow: (next) => {
      const stays = !filter && next.shape === index.shape;
      index = next;
      if (stays) return rows.follow(next);
      ({ kept, total } = gather());
      return rows.rearrange(roots, () => {
        roots = arrange();
        return roots;
      });
    },
    find: ({ kind, id }) => {
      const below = (root: string) => roots.find((node) => node.id === root)?.children();
      const claim = kind === 'claims' ? index.annotations.claims.get(id) : undefined;
      const inGroup = () => (claim ? below(groupId(groupOf(claim))) : below(kind));
      const nodes = claim && group === 'position' ? roots : inGroup();
      return nodes ? rows.find(nodes, id) : null;
    },
  };
}

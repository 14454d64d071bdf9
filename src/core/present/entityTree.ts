import type { EntityRecord, MentionRecord } from '../model/records.ts';
import { ENTITY_TYPES, type EntityType, type EntityTypeKey, isKnownType } from '../model/types.ts';
import type { LineIndex } from '../text/lines.ts';
import { groupBy } from '../util/groupBy.ts';
import { type ArticleIndex, listedEntities, rejectedEntities } from './articleIndex.ts';
import { type Filter, passes, wantsRejected } from './filter.ts';
import { lineParts, MOST_ROWS, partRows, rankParts } from './listParts.ts';
import { commentNodes, remarksOf } from './remarks.ts';
import { contextOf, idStep, ordinals, type Tree, type TreeNode } from './treeNode.ts';
import { TreeRows } from './treeRows.ts';
import { STATE_WORDS, typeWords } from './words.ts';

export const ENTITY_SORTS = ['mentions', 'name', 'position'] as const;
export type EntitySort = (typeof ENTITY_SORTS)[number];

const TYPE_ICONS: Readonly<Record<EntityType, string>> = {
  person: 'account',
  organization: 'organization',
  location: 'location',
  group: 'globe',
  event: 'calendar',
  work: 'book',
  product: 'package',
  weapon: 'target',
  identifier: 'link',
  other: 'tag',
};

/** Name of the codicon of a type. */
export const typeIcon = (type: EntityTypeKey): string => (isKnownType(type) ? TYPE_ICONS[type] : 'symbol-misc');

interface EntityTreeOptions {
  readonly index: ArticleIndex;
  readonly lines: LineIndex;
  readonly sort: EntitySort;
  readonly filter: Filter | null;
  /** Notes that stay on this machine, by kind and id. */
  readonly privateNotes: ReadonlyMap<string, string>;
}

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/**
 * Type groups > entities > names they go by > mentions with their line; one name only: the mentions at once.
 * What was rejected stands in it only where the filter asks for it: entities, and mentions below standing entities.
 */
export function buildEntityTree(options: EntityTreeOptions): Tree {
  const { lines, sort, filter, privateNotes } = options;
  let { index } = options;
  const rows = new TreeRows();
  const withRejected = wantsRejected(filter);
  const onlyRejected = withRejected && filter?.states.size === 1;
  const mentionsOf = ({ id }: EntityRecord) => [
    ...(onlyRejected ? [] : (index.mentions.get(id) ?? [])),
    ...(withRejected ? (index.rejectedMentions.get(id) ?? []) : []),
  ];
  const first = (entity: EntityRecord) => mentionsOf(entity)[0]?.place.spans[0]?.start ?? Number.MAX_SAFE_INTEGER;
  const compare: Record<EntitySort, (a: EntityRecord, b: EntityRecord) => number> = {
    mentions: (a, b) => mentionsOf(b).length - mentionsOf(a).length || first(a) - first(b),
    name: (a, b) => a.name.localeCompare(b.name, 'en'),
    position: (a, b) => first(a) - first(b),
  };
  const gather = () => {
    const all = listedEntities(index);
    const candidates = withRejected ? [...new Set([...all, ...rejectedEntities(index)])] : all;
    const kept = candidates
      .filter((entity) => {
        const words = () =>
          [entity.name, ...entity.aliases.map(({ name }) => name), ...remarksOf(entity, privateNotes, 'entities')].join(
            '\n',
          );
        const hasRejected = withRejected && index.rejectedMentions.has(entity.id);
        return passes(filter, entity.state, words) || (hasRejected && passes(filter, 'rejected', words));
      })
      .sort(compare[sort]);
    return { kept, total: all.length };
  };
  let { kept, total } = gather();
  const expanded = kept.length <= 2 * MOST_ROWS;

  const mentionNode = (parent: TreeNode, mention: MentionRecord, id: string): TreeNode =>
    rows.ofRecord(
      index.annotations.mentions.get(mention.id) ?? mention,
      (shown) => {
        const { place, state, conflict } = shown;
        const start = place.spans[0]?.start;
        const where = start === undefined ? 'not found in the text' : `line ${lines.lineAt(start) + 1}`;
        return {
          id,
          parent,
          label: place.exact,
          description:
            where + (state === 'suggested' ? '' : ` · ${STATE_WORDS[state]}`) + (conflict ? ' · conflict' : ''),
          icon: conflict ? 'git-merge' : place.anchor === 'anchored' ? 'symbol-string' : 'warning',
          context: contextOf('mention', shown),
          spoken: `Mention, ${STATE_WORDS[state]}, ${place.exact}, ${where}`,
          record: { kind: 'mentions', id: mention.id },
          spans: place.spans,
        };
      },
      mention.comments &&
        ((self, shown) => commentNodes(rows, self, { kind: 'mentions', id: shown.id }, shown.comments)),
    );
  const mentionNodes = (parent: TreeNode, records: readonly MentionRecord[]) => {
    const unique = ordinals();
    return partRows({ rows, parent, records, parts: lineParts(records, lines) }, (below, mentions) =>
      mentions.map((mention) =>
        mentionNode(below ?? parent, mention, unique(`${(below ?? parent).id}/${idStep(mention.place.exact)}`)),
      ),
    );
  };
  const nameNodes = (parent: TreeNode, entity: EntityRecord): readonly TreeNode[] => {
    const mentions = mentionsOf(entity);
    const byName = groupBy(mentions, (mention) => mention.place.exact);
    if (byName.size < 2) return mentionNodes(parent, mentions);
    return [...byName].map(([name, group]) =>
      rows.make(
        {
          id: `${parent.id}/${idStep(name)}`,
          parent,
          label: name,
          description: String(group.length),
          icon: 'symbol-text',
          context: 'alias',
          spoken: `${name}, ${plural(group.length, 'mention')}`,
          spans: group[0]?.place.spans ?? [],
        },
        (alias) => mentionNodes(alias, group),
      ),
    );
  };
  const entityNode = (parent: TreeNode, shown: EntityRecord): TreeNode =>
    rows.ofRecord(
      // A list may be of before a decision that left it as it is.
      index.annotations.entities.get(shown.id) ?? shown,
      (entity) => {
        const mentions = mentionsOf(entity);
        const state = entity.state === 'suggested' ? '' : ` · ${STATE_WORDS[entity.state]}`;
        const disputed = entity.conflict ? ' · conflict' : '';
        const count = plural(mentions.length, 'mention');
        return {
          id: `entity/${idStep(entity.id)}`,
          parent,
          label: entity.name,
          description: `${mentions.length}${state}${disputed}`,
          icon: disputed ? 'git-merge' : typeIcon(entity.type),
          context: contextOf('entity', entity),
          spoken: `${typeWords(entity.type).one}, ${STATE_WORDS[entity.state]}, ${entity.name}, ${count}${disputed}`,
          record: { kind: 'entities', id: entity.id },
          spans: mentions[0]?.place.spans ?? [],
        };
      },
      (self, entity) => [
        ...nameNodes(self, entity),
        ...commentNodes(rows, self, { kind: 'entities', id: entity.id }, entity.comments),
      ],
    );
  const arrange = () => {
    const byType = groupBy(kept, ({ type }) => type);
    const own = [...byType.keys()].filter((type) => !isKnownType(type)).sort();
    return [...ENTITY_TYPES, ...own].flatMap((type) => {
      const entities = byType.get(type) ?? [];
      if (entities.length === 0) return [];
      return rows.make(
        {
          id: `type/${type}`,
          label: typeWords(type).many,
          description: String(entities.length),
          icon: typeIcon(type),
          context: 'group',
          spoken: `${typeWords(type).many}, ${plural(entities.length, 'entity', 'entities')}`,
          expanded,
        },
        (self) =>
          partRows({ rows, parent: self, records: entities, parts: rankParts(entities) }, (below, some) =>
            some.map((entity) => entityNode(below ?? self, entity)),
          ),
      );
    });
  };
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
    records: () => kept.map(({ id }) => ({ kind: 'entities', id })),
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
    find: (record) => {
      if (record.kind !== 'mentions' && record.kind !== 'entities') return null;
      const mention = record.kind === 'mentions' ? index.annotations.mentions.get(record.id) : undefined;
      const id = mention?.entity ?? record.id;
      const type = index.annotations.entities.get(id)?.type;
      const group = roots.find((root) => root.id === `type/${type}`);
      const entity = group ? rows.find(group.children(), id) : null;
      if (!entity || !mention) return entity;
      const names = entity.children();
      const name = names.find((row) => row.context === 'alias' && row.label === mention.place.exact);
      return rows.find(name?.children() ?? names, record.id) ?? entity;
    },
  };
}

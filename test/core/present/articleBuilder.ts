import type {
  Attribution,
  ClaimRecord,
  EntityRecord,
  MentionRecord,
  NoteRecord,
  Place,
} from '../../../src/core/model/records.ts';
import type { EntityType } from '../../../src/core/model/types.ts';
import { type ArticleIndex, indexArticle } from '../../../src/core/present/articleIndex.ts';
import { emptyTable } from '../../../src/core/store/recordTable.ts';
import { LineIndex } from '../../../src/core/text/lines.ts';
import type { Span } from '../../../src/core/text/span.ts';

const MADE = { state: 'suggested', origin: 'model:names', score: 0.9 } as const;
const OUTLET: Attribution = { voice: 'outlet', source: null, sourceAt: [], cueAt: [], chain: [] };

/** Puts annotations together by hand. Records are placed by their words: the nth occurrence in the text. */
export class ArticleBuilder {
  readonly text: string;
  readonly lines: LineIndex;
  readonly records = emptyTable();
  readonly privateNotes = new Map<string, string>();

  constructor(text: string) {
    this.text = text;
    this.lines = new LineIndex(text);
  }

  /** @throws when the words do not stand in the text so often. */
  span(words: string, nth = 0): Span {
    let at = this.text.indexOf(words);
    for (let i = 0; i < nth && at >= 0; i++) at = this.text.indexOf(words, at + 1);
    if (at < 0) throw new Error(`“${words}” does not stand in the text ${nth + 1} times`);
    return { start: at, end: at + words.length };
  }

  place(words: string, nth = 0): Place {
    return { spans: [this.span(words, nth)], exact: words, anchor: 'anchored' };
  }

  entity(name: string, type: EntityType = 'person', fields: Partial<EntityRecord> = {}): string {
    const id = fields.id ?? `e_${this.records.entities.size}`;
    this.records.entities.set(id, { ...MADE, aliases: [], ...fields, id, type, name });
    return id;
  }

  mention(entity: string, words: string, nth = 0, fields: Partial<MentionRecord> = {}): string {
    const id = `m_${this.records.mentions.size}`;
    this.records.mentions.set(id, { ...MADE, form: 'name', place: this.place(words, nth), ...fields, id, entity });
    return id;
  }

  claim(
    words: string,
    fields: Partial<Omit<ClaimRecord, 'attribution' | 'by'>> & { by?: Partial<Attribution> } = {},
  ): string {
    const id = `c_${this.records.claims.size}`;
    const { by, ...rest } = fields;
    this.records.claims.set(id, {
      ...MADE,
      ...{ kind: 'fact', modality: 'asserted', polarity: 'affirmed', hedge: null, topic: null },
      ...{ entities: [], figures: [], times: [], text: words },
      place: rest.place ?? this.place(words),
      ...rest,
      id,
      attribution: { ...OUTLET, ...by },
    });
    return id;
  }

  note(text: string, fields: Partial<NoteRecord> = {}): string {
    const id = fields.id ?? `n_${this.records.notes.size}`;
    this.records.notes.set(id, { state: 'added', origin: 'person', place: null, ...fields, id, text });
    return id;
  }

  /** What hover cards are made from. */
  card() {
    return { index: this.index(), text: this.text, privateNotes: this.privateNotes };
  }

  index(): ArticleIndex {
    return indexArticle(this.records);
  }
}

/** A place whose words are gone. */
export const lost = (exact: string): Place => ({ spans: [], exact, anchor: 'orphan' });

import { TextBlocks } from '../anchor/textBlocks.ts';
import { applyChanges, type TextChange, tidyChanges } from '../anchor/textChange.ts';
import type { Extraction } from '../extract/extraction.ts';
import { placeOf } from '../model/recordSpans.ts';
import { type Annotations, type AnyRecord, RECORD_KINDS, type RecordKind, type RecordRef } from '../model/records.ts';
import type { SourceInfo } from '../sidecar/dossier.ts';
import { type Disposable, Emitter, type Event } from '../util/event.ts';
import { finish } from '../util/finish.ts';
import type { ArticleState } from './articleState.ts';
import { changeCard, type Edit, invertEdit } from './edit.ts';
import { type RenameReference, renameInCard, renameInClaim, renameInEdit } from './fileReferences.ts';
import { healRecord } from './healRecord.ts';
import { History, type HistoryEntry } from './history.ts';
import type { KeptHistory, LostEdit } from './keptHistory.ts';
import { LateRecords } from './lateRecords.ts';
import { newReferences } from './newReferences.ts';
import { rebindHistory } from './rebindHistory.ts';
import { PlacedIds } from './reconcile/placedIds.ts';
import { reconcile } from './reconcile/reconcile.ts';
import { emptyTable, type RecordTable, recordsOf, tableOf } from './recordTable.ts';
import { sameValue } from './sameValue.ts';
import { settleBroken } from './settleBroken.ts';
import type { FormerRecord, StoreEvent, StoreOrigin } from './storeEvent.ts';
import { TextJournal } from './textJournal.ts';
import { anchorsOf, trackRecord } from './trackRecord.ts';

/** How often fresh suggestions give way to decisions made meanwhile. */
const MOST_ROUNDS = 3;

/**
 * The truth about the annotations of one article. Records are immutable values; the maps of `annotations` are live, but
 * for the places of records while the text is edited.
 * Every change fires exactly one event, after the store has its new state; what changes nothing fires none.
 */
export class AnnotationStore implements ArticleState, Disposable {
  readonly #table: RecordTable = emptyTable();
  readonly #late = new LateRecords();
  readonly #history = new History();
  readonly #journal = new TextJournal();
  readonly #changed = new Emitter<StoreEvent>();
  #blocks: TextBlocks;
  #ids: PlacedIds | undefined;
  #source: SourceInfo = {};
  #revision = 0;

  readonly onDidChange: Event<StoreEvent> = this.#changed.event;

  /** @param text LF-normalised text of the article. */
  constructor({ text }: { readonly text: string }) {
    this.#blocks = new TextBlocks(text);
  }

  /** Up to date when it is asked for; to be asked for again after an edit of the text. */
  get annotations(): Annotations {
    this.#late.settle(this.#table);
    return this.#table;
  }

  get text(): string {
    return this.#blocks.text;
  }

  /** The text with its lines and hashes, for whoever describes or resolves anchors in it. */
  get blocks(): TextBlocks {
    return this.#blocks;
  }

  /** What is known of the article itself. */
  get source(): SourceInfo {
    return this.#source;
  }

  get revision(): number {
    return this.#revision;
  }

  get canUndo(): boolean {
    return this.#history.undoable !== undefined;
  }

  get canRedo(): boolean {
    return this.#history.redoable !== undefined;
  }

  /** What undo would take back ("Accept 3 mentions"), or null. */
  get undoLabel(): string | null {
    return this.#history.undoable?.edit.label ?? null;
  }

  get redoLabel(): string | null {
    return this.#history.redoable?.edit.label ?? null;
  }

  /** What undo would have taken back, had it not been lost; null where nothing is. */
  get lostUndo(): LostEdit | null {
    return this.#history.lostUndo ?? null;
  }

  get lostRedo(): LostEdit | null {
    return this.#history.lostRedo ?? null;
  }

  /** What can be undone and redone, its records at the places where their words now stand. */
  history(): KeptHistory {
    this.#history.renew((entry) => this.#entry(this.#journal.catchUp(entry, this.#blocks)));
    return { blocks: this.#blocks, ...this.#history.edits };
  }

  /**
   * Replaces all records, and the text where one is given; clears the journal of edits.
   * @param annotations anchored in the text.
   * @param options `history` is taken up where it is for this text, as far as it leads from these records.
   */
  load(
    annotations: Annotations,
    { text = this.text, source = {}, origin = 'load', history = null }: LoadOptions = {},
  ): void {
    this.#late.settle(this.#table);
    this.#history.clear();
    this.#journal.clear();
    if (text !== this.text) this.#blocks = new TextBlocks(text);
    const delta = newDelta();
    const sameSource = sameValue(source, this.#source);
    this.#source = source;
    for (const kind of RECORD_KINDS) {
      const table = tableOf(this.#table, kind);
      const next = recordsOf(annotations, kind);
      for (const [id, before] of [...table]) {
        if (next.has(id)) continue;
        table.delete(id);
        delta.removed.push({ kind, id, before });
      }
      for (const [id, record] of next) {
        const old = table.get(id);
        table.set(id, record);
        if (!old) delta.added.push({ kind, id });
        else if (!sameValue(old, record)) delta.updated.push({ kind, id, before: old });
      }
    }
    if (history?.blocks.text === text) {
      const { asLeft } = history;
      const touched = ({ kind, id }: RecordRef) => !asLeft?.has(`${kind} ${id}`);
      const since = asLeft
        ? { added: [...delta.added, ...delta.updated].filter(touched), updated: [] }
        : origin === 'disk'
          ? delta
          : newDelta();
      const inUse = newReferences(this.#table, since);
      this.#history.resume(rebindHistory(history, this.#table, source, inUse), history, (edit) => this.#entry(edit));
    }
    this.#fire(origin, delta, !sameSource);
  }

  /**
   * Carries out a decision and remembers it for undo. An edit without changes does nothing.
   * @throws RangeError when a record or field is no longer as the edit found it; nothing is changed then.
   */
  apply(edit: Edit): void {
    if (edit.changes.length === 0 && !edit.card?.length) return;
    this.#late.settle(this.#table);
    for (const { kind, id, before } of edit.changes) {
      if ((tableOf(this.#table, kind).get(id) ?? null) !== before) {
        throw new RangeError(`"${edit.label}" was made for an older state of ${kind} ${id}.`);
      }
    }
    for (const { field, before } of edit.card ?? []) {
      if (!sameValue(this.#source[field] ?? null, before)) {
        throw new RangeError(`"${edit.label}" was made for another ${field} of the source card.`);
      }
    }
    this.#history.push(this.#entry(edit));
    this.#perform(edit, 'user');
  }

  /** Takes the last decision back: its records are exactly as before it, at the places where their words now stand. */
  undo(): boolean {
    const entry = this.#history.undoable;
    if (!entry) return false;
    const edit = this.#journal.catchUp(entry, this.#blocks);
    this.#history.moveBack(this.#entry(edit));
    this.#perform(invertEdit(edit), 'undo');
    return true;
  }

  /** Carries out again what was last undone. */
  redo(): boolean {
    const entry = this.#history.redoable;
    if (!entry) return false;
    const edit = this.#journal.catchUp(entry, this.#blocks);
    this.#history.moveForth(this.#entry(edit));
    this.#perform(edit, 'undo');
    return true;
  }

  /**
   * Files have other names: they are called by them from now on, also in what undo and redo bring back. It is saved like a
   * decision but is none: it cannot be undone.
   */
  renameFiles(rename: RenameReference): void {
    this.#late.settle(this.#table);
    const delta = newDelta();
    for (const [id, claim] of this.#table.claims) {
      const next = renameInClaim(claim, rename);
      if (next !== claim) this.#put(delta, 'claims', id, next);
    }
    const source = renameInCard(this.#source, rename);
    let always = source !== this.#source;
    this.#source = source;
    this.#history.renew((entry) => {
      const edit = renameInEdit(entry.edit, rename);
      always ||= edit !== entry.edit;
      return { ...entry, edit };
    });
    this.#fire('user', delta, always);
  }

  /**
   * Lays fresh suggestions under the decisions and looks for broken decisions in the whole text.
   * Does nothing when `text` is not the text of the store: the answer is stale.
   * @returns whether the answer was used.
   */
  reconcile(extraction: Extraction, text: string): boolean {
    return finish(this.reconcileInSteps(extraction, text));
  }

  /**
   * {@link reconcile} in small steps: nothing is changed before the last one. When something is decided between two of
   * them they begin anew, after a few times to be taken at once.
   */
  *reconcileInSteps(extraction: Extraction, text: string): Generator<void, boolean> {
    for (let round = 0; text === this.text; round++) {
      this.#late.settle(this.#table);
      const revision = this.#revision;
      const ids = new PlacedIds(this.#blocks, this.#ids);
      const steps = reconcile({
        table: this.#table,
        extraction,
        blocks: this.#blocks,
        settled: settleBroken(this.#table, this.#blocks),
        ids,
        keep: this.#history.entityIds(),
      });
      for (let step = steps.next(); revision === this.#revision; step = steps.next()) {
        if (step.done) {
          this.#ids = ids;
          const delta = newDelta();
          for (const { kind, id, after } of step.value) this.#put(delta, kind, id, after);
          this.#fire('extract', delta);
          return true;
        }
        if (round < MOST_ROUNDS) yield;
      }
    }
    return false;
  }

  /**
   * Follows edits of the text; the event lists only the records that broke or healed.
   * @param changes offsets in the text of the store; must not overlap.
   * @param newText the text after them, LF-normalised; the truth where `changes` lead elsewhere.
   */
  textChanged(changes: readonly TextChange[], newText: string): void {
    const old = this.#blocks;
    if (newText === old.text) return;
    const given = tidyChanges(changes, old.text);
    const whole = { start: 0, end: old.text.length, text: newText };
    const tidy = applyChanges(old.text, given) === newText ? given : tidyChanges([whole], old.text);
    this.#blocks = new TextBlocks(newText, old);
    this.#journal.add(tidy, this.#history.oldestVersion(this.#journal.version));
    const delta = newDelta();
    this.#late.follow(this.#table, tidy, (kind, record) => {
      const tracked = trackRecord(kind, record, tidy, () => anchorsOf(kind, record, old));
      const next = healRecord(kind, tracked, this.#blocks) ?? tracked;
      tableOf(this.#table, kind).set(record.id, next);
      if (placeOf(next)?.anchor !== placeOf(record)?.anchor) {
        delta.updated.push({ kind, id: record.id, before: record });
      }
    });
    this.#fire('textEdit', delta, true);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  /** @param edit its records as they stand in the text of today. */
  #entry(edit: Edit): HistoryEntry {
    return { edit, textVersion: this.#journal.version, blocks: this.#blocks };
  }

  #perform(edit: Edit, origin: StoreOrigin): void {
    this.#late.settle(this.#table);
    const delta = newDelta();
    for (const { kind, id, after } of edit.changes) this.#put(delta, kind, id, after);
    if (edit.card) this.#source = changeCard(this.#source, edit.card);
    this.#fire(origin, delta, edit.card !== undefined);
  }

  #put(delta: Delta, kind: RecordKind, id: string, after: AnyRecord | null): void {
    const table = tableOf(this.#table, kind);
    const before = table.get(id);
    if (after) table.set(id, after);
    else table.delete(id);
    if (before) (after ? delta.updated : delta.removed).push({ kind, id, before });
    else if (after) delta.added.push({ kind, id });
  }

  #fire(origin: StoreOrigin, delta: Delta, always = false): void {
    if (!always && delta.added.length + delta.updated.length + delta.removed.length === 0) return;
    this.#revision++;
    this.#changed.fire({ revision: this.#revision, origin, ...delta });
  }
}

interface LoadOptions {
  readonly text?: string;
  readonly source?: SourceInfo;
  readonly origin?: 'load' | 'disk';
  readonly history?: KeptHistory | null;
}

interface Delta {
  readonly added: RecordRef[];
  readonly updated: FormerRecord[];
  readonly removed: FormerRecord[];
}

function newDelta(): Delta {
  return { added: [], updated: [], removed: [] };
}

import * as vscode from 'vscode';
import { tidyChanges } from '../../core/anchor/textChange.ts';
import { trackEdits } from '../../core/anchor/trackEdits.ts';
import type { KnownEntity } from '../../core/corpus/knownEntity.ts';
import type { Extraction } from '../../core/extract/extraction.ts';
import { type ArticleIndex, indexArticle } from '../../core/present/articleIndex.ts';
import { followChange } from '../../core/present/followChange.ts';
import type { SourceInfo } from '../../core/sidecar/dossier.ts';
import { AnnotationStore } from '../../core/store/annotationStore.ts';
import { notesOnRecords } from '../../core/store/privateNotes.ts';
import { sameValue } from '../../core/store/sameValue.ts';
import type { StoreEvent } from '../../core/store/storeEvent.ts';
import { LineIndex } from '../../core/text/lines.ts';
import { normaliseText } from '../../core/text/normalise.ts';
import type { ExtractorClient } from '../../worker/workerClient.ts';
import { messageOf } from '../messages.ts';
import { runInSlices } from '../runInSlices.ts';

/** `analyzing`: an analysis of the text as it stands is due or under way; the others are at rest. */
export type SessionPhase = 'analyzing' | 'ready' | 'failed';

/** What is known of the text besides its annotations; from the last analysis. */
export type TextFacts = Pick<Extraction, 'zones' | 'language' | 'referenceDate' | 'card' | 'notices'>;

const NO_FACTS: TextFacts = {
  zones: [],
  language: 'und',
  referenceDate: { value: null, basis: 'not analyzed', confidence: 0 },
  card: {},
  notices: [],
};
const TYPING_PAUSE = 400;

/** One open article: its text as the store sees it, the analysis of it, and one event for whatever changes. */
export class ArticleSession implements vscode.Disposable {
  readonly document: vscode.TextDocument;
  readonly store: AnnotationStore;
  readonly #client: ExtractorClient;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #key: string;
  #lines: LineIndex;
  #phase: SessionPhase = 'analyzing';
  #problem: string | null = null;
  #facts: TextFacts = NO_FACTS;
  /** The day that the last analysis counted from. */
  #countedFrom: string | null = null;
  #index: ArticleIndex | null = null;
  #known: readonly KnownEntity[] = [];
  #firstSha256: string | null = null;
  #firstSeenHash: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #disposed = false;
  /** Why decisions cannot be saved here (a sidecar that could not be read), or null. */
  blocked: string | null = null;

  /**
   * Fires after any change of annotations, phase or facts; not for typing that leaves every mark on its words: the editor
   * moves what it shows itself, and the analysis when the typing pauses fires.
   */
  readonly onDidChange = this.#changed.event;

  constructor(document: vscode.TextDocument, client: ExtractorClient) {
    this.document = document;
    this.#client = client;
    this.#key = document.uri.toString();
    const text = normaliseText(document.getText());
    this.store = new AnnotationStore({ text });
    this.#lines = new LineIndex(text);
    this.store.onDidChange((event) => this.#follow(event));
  }

  get uri(): vscode.Uri {
    return this.document.uri;
  }
  get text(): string {
    return this.store.text;
  }
  get lines(): LineIndex {
    return this.#lines;
  }
  get phase(): SessionPhase {
    return this.#phase;
  }
  /**
   * Hash of the text that the article was first seen with, where it is another one now; else null. While the text is
   * edited it is as it was before: a text is hashed when it is saved and analyzed.
   */
  get firstSeenHash(): string | null {
    if (this.#phase === 'ready' && !this.document.isDirty) {
      this.#firstSeenHash = this.#firstSha256 === this.store.blocks.sha256 ? null : this.#firstSha256;
    }
    return this.#firstSeenHash;
  }
  /** @param hash of the text that the article was first seen with; null where it is not known. */
  seenFirstAs(hash: string | null): void {
    const before = this.#firstSeenHash;
    this.#firstSha256 = hash;
    if (this.firstSeenHash !== before && !this.#disposed) this.#changed.fire();
  }
  /** Why the last analysis failed, in words. */
  get problem(): string | null {
    return this.#problem;
  }
  get facts(): TextFacts {
    return this.#facts;
  }
  get disposed(): boolean {
    return this.#disposed;
  }

  /** What people and the sidecar say about the article itself. */
  get source(): SourceInfo {
    return this.store.source;
  }
  /** The date that a person gave the article, `YYYY-MM-DD`; relative dates count from it. */
  get published(): string | null {
    return this.source.published ?? null;
  }

  /** What people decided in other articles; a change of it is laid under the decisions here by another analysis. */
  get known(): readonly KnownEntity[] {
    return this.#known;
  }
  set known(known: readonly KnownEntity[]) {
    if (sameValue(known, this.#known)) return;
    this.#known = known;
    if (this.#phase !== 'analyzing') void this.analyze();
  }

  /** The private notes on records, by kind and id of these. */
  get privateNotes(): ReadonlyMap<string, string> {
    return notesOnRecords(this.store.annotations);
  }

  /** Made anew when first asked for after an edit of the text or an analysis; follows decisions. */
  get index(): ArticleIndex {
    this.#index ??= indexArticle(this.store.annotations);
    return this.#index;
  }

  /**
   * Asks for suggestions and lays them under the decisions; an answer for an older text is dropped. Never rejects.
   * @param loaded resolves when the decisions are there: the answer waits for them, and is asked for anew where they,
   * or an edit meanwhile, made it stale.
   */
  async analyze(loaded?: Promise<unknown>): Promise<void> {
    clearTimeout(this.#timer);
    const { text } = this;
    const { published } = this;
    this.#countedFrom = published;
    const known = this.#known;
    this.#setPhase('analyzing', null);
    try {
      const extraction = await this.#client.ask(this.#key, {
        text,
        ...(published ? { published } : {}),
        ...(known.length > 0 ? { known } : {}),
      });
      await loaded;
      if (this.#disposed) return;
      const wanted = () =>
        !this.#disposed && text === this.text && published === this.published && known === this.#known;
      const used = extraction && wanted() && (await this.#use(extraction, text, wanted));
      if (this.#disposed) return;
      if (used) this.#setPhase('ready', null);
      else if (loaded || known !== this.#known) await this.analyze();
    } catch (error) {
      if (!this.#disposed && text === this.text) {
        this.#setPhase('failed', messageOf(error));
      }
    }
  }

  async #use(extraction: Extraction, text: string, wanted: () => boolean): Promise<boolean> {
    const { zones, language, referenceDate, card, notices } = extraction;
    this.#facts = { zones, language, referenceDate, card, notices };
    return (await runInSlices(this.store.reconcileInSteps(extraction, text), wanted)) ?? false;
  }

  /** Follows an edit of the document at once; the text is analyzed anew when the typing pauses. */
  followEdit({ contentChanges, document }: vscode.TextDocumentChangeEvent): void {
    const lines = this.#lines;
    const changes = contentChanges.map(({ range, text }) => ({
      start: lines.offsetAt(range.start),
      end: lines.offsetAt(range.end),
      text: normaliseText(text),
    }));
    const text = normaliseText(document.getText());
    if (text === this.text) return;
    const moved = tidyChanges(changes, this.text);
    const zones = this.#facts.zones.flatMap((zone) => {
      const [span] = trackEdits([zone], moved).spans;
      return span ? [{ ...zone, ...span }] : [];
    });
    this.#lines = new LineIndex(text);
    this.#facts = { ...this.#facts, zones };
    this.#phase = 'analyzing';
    this.store.textChanged(changes, text);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.analyze(), TYPING_PAUSE);
  }

  /** Resolves when the text as it stands is analyzed, the analysis failed, or the article was closed. */
  whenAnalyzed(): Promise<void> {
    if (this.#phase !== 'analyzing' || this.#disposed) return Promise.resolve();
    return new Promise((resolve) => {
      const subscription = this.onDidChange(() => {
        if (this.#phase === 'analyzing' && !this.#disposed) return;
        subscription.dispose();
        resolve();
      });
    });
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#timer);
    this.#client.cancel(this.#key);
    this.store.dispose();
    this.#changed.fire();
    this.#changed.dispose();
  }

  #follow(event: StoreEvent): void {
    const { origin } = event;
    const decided = origin === 'user' || origin === 'undo';
    this.#index = decided && this.#index ? followChange(this.#index, event) : null;
    if (origin !== 'textEdit' || event.updated.length > 0) this.#changed.fire();
    if (decided && this.published !== this.#countedFrom) void this.analyze();
  }

  #setPhase(phase: SessionPhase, problem: string | null): void {
    this.#phase = phase;
    this.#problem = problem;
    this.#changed.fire();
  }
}

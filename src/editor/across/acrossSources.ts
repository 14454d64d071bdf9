import * as vscode from 'vscode';
import { overrule, type StandingJudgement } from '../../core/corpus/judgements/overrule.ts';
import { standingJudgements } from '../../core/corpus/judgements/standing.ts';
import type { Across } from '../../core/corpus/query/across.ts';
import { type Reading, readingsOf } from '../../core/present/readings.ts';
import { SpanIndex } from '../../core/present/spanIndex.ts';
import type { Span } from '../../core/text/span.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import type { Articles } from '../articles/articles.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { messageOf } from '../messages.ts';
import type { Registries } from '../registry/registries.ts';
import { articleText } from './articleText.ts';

interface Held {
  readonly key: string;
  readonly across: Across;
  /** By address; null where it cannot be read. */
  readonly texts: ReadonlyMap<string, string | null>;
  readonly readings: SpanIndex<Reading>;
  readonly judgements: readonly StandingJudgement[];
}

const PAUSE = 300;
const MOST_READINGS = 3;

/**
 * What other sources say on the questions of the open articles, kept ready for the hover, the trees and the problems.
 * Empty until somebody asked for the corpus. An article is compared again only when it, or one of those beside it, changed.
 */
export class AcrossSources implements vscode.Disposable {
  readonly #corpus: Corpus;
  readonly #articles: Articles;
  readonly #registries: Registries;
  readonly #held = new Map<string, Held>();
  readonly #changed = new vscode.EventEmitter<ArticleSession>();
  readonly #subscriptions: { dispose(): void }[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #working: Promise<void> = Promise.resolve();

  /** Fires when what is said across sources on an open article changed. */
  readonly onDidChange = this.#changed.event;

  constructor({ corpus, articles, registries }: { corpus: Corpus; articles: Articles; registries: Registries }) {
    this.#corpus = corpus;
    this.#articles = articles;
    this.#registries = registries;
    const soon = () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.refresh(), PAUSE);
    };
    let open = 0;
    this.#subscriptions = [
      this.#changed,
      corpus.engine.onDidChange(({ phase }) => {
        if (phase === 'ready' || phase === 'cancelled') soon();
      }),
      registries.onDidChange(soon),
      articles.onDidChange(() => {
        // Edits come by way of the corpus; here only an article that was opened is new.
        if (articles.all.length > open) soon();
        open = articles.all.length;
      }),
      articles.onDidClose(({ uri }) => {
        open = articles.all.length;
        this.#held.delete(uri.toString());
      }),
    ];
  }

  /** Compares the open articles anew where something changed; resolves when that is done. Never rejects. */
  refresh(): Promise<void> {
    this.#working = this.#working.then(async () => {
      for (const session of this.#articles.all) {
        try {
          await this.#update(session);
        } catch (error) {
          console.warn(`Dossier: ${session.uri.path} was not compared: ${messageOf(error)}`);
        }
      }
    });
    return this.#working;
  }

  /** All readings of an article whose words stand where they were read, in the order of the text. */
  readings(session: ArticleSession): Reading[] {
    return this.#standing(session, this.#held.get(session.uri.toString())?.readings.entries ?? []);
  }

  /** The readings at an offset, the shortest first; without one those inside the claims there. Not more than three. */
  at(session: ArticleSession, offset: number): Reading[] {
    const index = this.#held.get(session.uri.toString())?.readings;
    if (!index) return [];
    const here = this.#standing(session, index.at(offset));
    const claims = session.index.spans.at(offset).filter(({ value }) => value.kind === 'claims');
    const inside = here.length > 0 ? here : claims.flatMap((claim) => this.within(session, claim));
    return [...new Set(inside)].slice(0, MOST_READINGS);
  }

  /** The readings inside a span, those with a contradiction first. */
  within(session: ArticleSession, { start, end }: Span): Reading[] {
    const found = this.#held.get(session.uri.toString())?.readings.within({ start, end }) ?? [];
    const inside = found.filter((entry) => entry.start >= start && entry.end <= end);
    return this.#standing(session, inside).sort((a, b) => Number(isContradicted(b)) - Number(isContradicted(a)));
  }

  /** Readings that another source contradicts. */
  contradictions(session: ArticleSession): Reading[] {
    return this.readings(session).filter(isContradicted);
  }

  /** Judgements on an article whose words there are gone. */
  lost(session: ArticleSession): StandingJudgement[] {
    const uri = session.uri.toString();
    const judgements = this.#held.get(uri)?.judgements ?? [];
    return judgements.filter(({ passages }) => passages.some((passage) => passage.uri === uri && !passage.span));
  }

  /** The text of an article that an open one was set beside. */
  text(session: ArticleSession, uri: string): string | null {
    return this.#held.get(session.uri.toString())?.texts.get(uri) ?? null;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** While a person types, the words may have moved: what is said of others waits for the next comparison. */
  #standing(session: ArticleSession, entries: readonly { readonly value: Reading }[]): Reading[] {
    return entries
      .map(({ value }) => value)
      .filter(({ start, statement }) => session.text.startsWith(statement.words, start));
  }

  async #update(session: ArticleSession): Promise<void> {
    const uri = session.uri.toString();
    if (this.#corpus.engine.state.phase === 'closed') return;
    const before = this.#held.get(uri);
    const answer = await this.#corpus.engine.ask('across', uri, before?.key ?? '');
    const across = answer?.across ?? before?.across;
    if (!answer || !across) {
      if (this.#held.delete(uri)) this.#changed.fire(session);
      return;
    }
    const texts = answer.across || !before ? await textsOf(across) : before.texts;
    const { judgements: kept, addressOf } = await this.#registries.judgementsOn(session.uri);
    const judgements = standingJudgements(kept, { addressOf, textOf: (other) => texts.get(other) ?? null });
    if (session.disposed) return;
    const passageText = (other: string, { start, end }: Span) => texts.get(other)?.slice(start, end) ?? null;
    const readings = readingsOf(overrule(across, judgements), passageText);
    this.#held.set(uri, {
      ...{ key: answer.key, across, texts, judgements },
      readings: new SpanIndex(readings.map((value) => ({ start: value.start, end: value.end, value }))),
    });
    this.#changed.fire(session);
  }
}

function isContradicted({ others }: Reading): boolean {
  return others.some(({ relation }) => relation === 'contradiction');
}

async function textsOf({ articles }: Across): Promise<ReadonlyMap<string, string | null>> {
  const all = articles.map(async ({ uri }) => [uri, await articleText(vscode.Uri.parse(uri))] as const);
  return new Map(await Promise.all(all));
}

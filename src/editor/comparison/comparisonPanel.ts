import { unparse } from 'papaparse';
import * as vscode from 'vscode';
import type { HostMessage, PageMessage } from '../../core/present/comparisonMessages.ts';
import { comparisonRecords } from '../../core/present/comparisonRecords.ts';
import type { ComparisonView } from '../../core/present/comparisonView.ts';
import type { Articles } from '../articles/articles.ts';
import type { GitIgnore } from '../articles/gitIgnore.ts';
import { messageOf, sayBriefly, tellError } from '../messages.ts';
import type { Registries } from '../registry/registries.ts';
import { articleOf, isSidecar } from '../sidecar/sidecarFiles.ts';
import { type ArticleChoice, articlesOf } from './articleChoice.ts';
import type { Comparer } from './comparer.ts';
import { comparisonPage, pageFolder } from './comparisonPage.ts';
import { openPassage } from './openPassage.ts';
import { readPageMessage } from './pageMessage.ts';
import { saveExport } from './saveExport.ts';

export interface ComparisonPanelOptions {
  readonly articles: Articles;
  readonly registries: Pick<Registries, 'onDidChange'>;
  readonly ignored: GitIgnore;
  readonly comparer: Comparer;
  /** The folder of the extension. */
  readonly extension: vscode.Uri;
  /** Keeps what is compared over a reload of the window. */
  readonly memory: vscode.Memento;
}

const VIEW = 'dossier.comparison';
const CHOICE = 'dossier.comparedArticles';
const TITLE = 'Compare Sources';
/** Changes of what is compared are followed after a pause, in milliseconds. */
const PAUSE = 1000;
const FEW =
  'There are fewer than two articles to compare. Put another article into the folder, or choose the articles: two or more that tell of one event.';
const CANCELLED = 'The comparison was cancelled.';

/** The panel that sets sources beside each other; at most one. Its page asks by messages, and names nothing but numbers. */
export class ComparisonPanel implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #options: ComparisonPanelOptions;
  readonly #subscriptions: vscode.Disposable[];
  readonly #posted = new vscode.EventEmitter<HostMessage>();
  #panel: vscode.WebviewPanel | null = null;
  #choice: ArticleChoice;
  #view: ComparisonView | null = null;
  #revision = 0;
  #runs = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What the page shows, for when it is shown anew. */
  #last: HostMessage | null = null;

  /** Fires with what the page is told. */
  readonly onDidPost = this.#posted.event;

  constructor(options: ComparisonPanelOptions) {
    this.#options = options;
    this.#choice = options.memory.get<ArticleChoice>(CHOICE) ?? { articles: [], ofFolder: false };
    const { articles, registries } = options;
    this.#subscriptions = [
      this.#posted,
      vscode.window.registerWebviewPanelSerializer(VIEW, this),
      articles.onDidChange(({ uri }) => this.#heard(uri)),
      articles.onDidClose(({ uri }) => this.#heard(uri)),
      registries.onDidChange(() => this.#soon()),
    ];
  }

  /** Shows the comparison of the articles; what was compared before gives way to it. */
  async show(choice: ArticleChoice): Promise<void> {
    await this.#choose(choice);
    if (this.#panel) this.#panel.reveal();
    else {
      const column = vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
      this.#adopt(vscode.window.createWebviewPanel(VIEW, TITLE, column));
    }
    await this.#compare();
  }

  /** The editor brings back a panel after a reload; the page has kept its own state. It is shown once this resolves. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    this.#panel?.dispose();
    this.#adopt(panel);
    this.#compare().catch(tellError);
  }

  /** What the page is shown last, or null. */
  get shown(): HostMessage | null {
    return this.#last;
  }

  get visible(): boolean {
    return this.#panel?.visible ?? false;
  }

  /** Takes a message of the page; what is none is passed over. A failure is told to the person. */
  async receive(value: unknown): Promise<void> {
    const message = readPageMessage(value);
    try {
      if (message) await this.#answer(message);
    } catch (error) {
      tellError(error);
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#panel?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #adopt(panel: vscode.WebviewPanel): void {
    const { extension } = this.#options;
    this.#panel = panel;
    const watcher = vscode.workspace.createFileSystemWatcher('**/*');
    const heard = (uri: vscode.Uri) => this.#heard(isSidecar(uri) ? articleOf(uri) : uri);
    const parts = [
      watcher,
      watcher.onDidChange(heard),
      watcher.onDidCreate(heard),
      watcher.onDidDelete(heard),
      panel.webview.onDidReceiveMessage((message) => this.receive(message)),
    ];
    panel.onDidDispose(() => {
      for (const part of parts) part.dispose();
      if (this.#panel !== panel) return;
      this.#panel = null;
      this.#last = null;
      this.#view = null;
      this.#stop();
    });
    panel.webview.options = { enableScripts: true, localResourceRoots: [pageFolder(extension)] };
    panel.webview.html = comparisonPage(panel.webview, extension, crypto.randomUUID().replaceAll('-', ''));
  }

  async #choose(choice: ArticleChoice): Promise<void> {
    this.#choice = choice;
    await this.#options.memory.update(CHOICE, choice);
  }

  /** Compares what is chosen, as it is now; an older run under way is left. Never rejects: the page says what went wrong. */
  async #compare(): Promise<void> {
    clearTimeout(this.#timer);
    this.#runs++;
    const run = this.#runs;
    const current = () => run === this.#runs && this.#panel !== null;
    try {
      const { articles, notices } = await articlesOf(this.#choice, this.#options.ignored);
      if (!current()) return;
      const view = await this.#options.comparer.compare(articles, (words, done, total) => {
        if (current()) this.#post({ type: 'progress', words, done, total });
      });
      if (!current()) return;
      if (view === null || view === 'few') {
        this.#view = null;
        this.#post({ type: 'nothing', words: view === 'few' ? FEW : CANCELLED });
        return;
      }
      if (view !== this.#view) this.#revision++;
      this.#view = view;
      this.#post({ type: 'comparison', revision: this.#revision, shown: view.shown, notices });
    } catch (error) {
      if (!current()) return;
      const words = messageOf(error);
      this.#post({ type: 'nothing', words: `The articles could not be compared: ${words}` });
    }
  }

  #stop(): void {
    this.#runs++;
    clearTimeout(this.#timer);
    this.#options.comparer.cancel();
  }

  /** @param message what to show from now on; null for what was shown last. */
  #post(message: HostMessage | null): void {
    if (message) {
      // A page that is shown anew gets the whole; progress of a comparison that goes on follows by itself.
      if (message.type !== 'progress' || this.#last?.type !== 'comparison') this.#last = message;
      this.#posted.fire(message);
    }
    const told = message ?? this.#last;
    if (told && this.#panel?.visible) void this.#panel.webview.postMessage(told);
  }

  async #answer(message: PageMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#post(null);
        break;
      case 'again':
        await this.#compare();
        break;
      case 'cancel':
        this.#stop();
        this.#post(this.#last?.type === 'comparison' ? null : { type: 'nothing', words: CANCELLED });
        break;
      case 'choose':
        await this.#ask();
        break;
      case 'open':
        await this.#open(message);
        break;
      case 'saveTable':
        if (!this.#view || message.revision !== this.#revision) return;
        await saveExport('comparison', 'csv', encode(csvOf(comparisonRecords(this.#view.shown, message.rows))));
        break;
      case 'savePicture': {
        const { picture, format, content } = message;
        const bytes = format === 'svg' ? encode(content) : Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
        await saveExport(picture, format, bytes);
      }
    }
  }

  async #open({ revision, statement }: Extract<PageMessage, { type: 'open' }>): Promise<void> {
    const place = revision === this.#revision ? this.#view?.places[statement] : undefined;
    if (place && (await openPassage(place, this.#panel?.viewColumn))) return;
    sayBriefly('the article has changed; the comparison is made anew.');
    await this.#compare();
  }

  async #ask(): Promise<void> {
    const chosen = await vscode.window.showOpenDialog({
      title: 'Articles to compare',
      openLabel: 'Compare',
      canSelectMany: true,
      filters: { Articles: ['txt', 'md', 'markdown'] },
    });
    if (chosen) await this.show({ articles: chosen.map(String), ofFolder: false });
  }

  /** Follows a change of an article that is compared, or may be. */
  #heard(uri: vscode.Uri): void {
    if (this.#concerns(uri)) this.#soon();
  }

  #soon(): void {
    if (!this.#panel) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#compare(), PAUSE);
  }

  #concerns(uri: vscode.Uri): boolean {
    const { articles, ofFolder } = this.#choice;
    const address = uri.toString();
    if (!ofFolder) return articles.includes(address);
    const folder = articles[0]?.slice(0, articles[0].lastIndexOf('/') + 1) ?? '';
    return address.startsWith(folder) && !address.slice(folder.length).includes('/');
  }
}

const encode = (text: string) => new TextEncoder().encode(text);

/** Cells that a spreadsheet would take for formulas are made text. */
const csvOf = (records: string[][]): string => `\uFEFF${unparse(records, { escapeFormulae: true })}\r\n`;

import * as vscode from 'vscode';
import type { Articles } from '../articles/articles.ts';

/** What a person may have shown between the words of articles; off until asked for. */
export type Extra = 'values' | 'summaries';

const KEYS: Readonly<Record<Extra, string>> = {
  values: 'dossier.showValues',
  summaries: 'dossier.showSummaries',
};

/** Which extras the person wants in this workspace, and when what they show may have changed. */
export class ShownInText implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;

  /** Fires when an extra goes on or off, and, while one is on, after any change of an article at rest. */
  readonly onDidChange = this.#changed.event;

  constructor(articles: Articles, memory: vscode.Memento) {
    this.#memory = memory;
    this.#subscription = articles.onDidChange(({ phase }) => {
      if (phase !== 'analyzing' && (this.isOn('values') || this.isOn('summaries'))) this.#changed.fire();
    });
  }

  isOn(extra: Extra): boolean {
    return this.#memory.get(KEYS[extra]) === true;
  }

  async toggle(extra: Extra): Promise<void> {
    await this.#memory.update(KEYS[extra], !this.isOn(extra));
    this.#changed.fire();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}

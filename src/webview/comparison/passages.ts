import { element } from './dom.ts';

/** A passage that can be opened, as a list shows it. */
export interface Passage {
  readonly words: string;
  readonly statement: number;
}

/** The strip below a view: what stands behind the mark that was chosen, and its passages as buttons. */
export class Passages {
  readonly element = element('aside', { class: 'passages', 'aria-live': 'polite', hidden: true });
  readonly #open: (statement: number) => void;

  constructor(open: (statement: number) => void) {
    this.#open = open;
  }

  show(title: string, lines: readonly string[], passages: readonly Passage[]): void {
    this.element.hidden = false;
    const close = element('button', { class: 'close', 'aria-label': 'Close', onclick: () => this.hide() }, '×');
    this.element.replaceChildren(
      element('div', { class: 'head' }, element('h2', {}, title), close),
      ...lines.map((line) => element('p', {}, line)),
      element(
        'ul',
        {},
        ...passages.map(({ words, statement }) =>
          element('li', {}, element('button', { class: 'link', onclick: () => this.#open(statement) }, words)),
        ),
      ),
    );
  }

  hide(): void {
    this.element.hidden = true;
  }
}

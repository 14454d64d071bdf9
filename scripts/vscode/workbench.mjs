// What a person does in a VS Code window, for playwright: open, click, hover, type into the palette.

import path from 'node:path';

const TIMEOUT = 30_000;

/** In milliseconds: longer than the focus is on its way. */
const FOCUS_MOVES = 3_000;

const happens = (promise) =>
  promise.then(
    () => true,
    () => false,
  );

/** Drives one workbench page. Every method waits for what it names; there are no fixed pauses. */
export class Workbench {
  constructor(page) {
    this.page = page;
    page.setDefaultTimeout(TIMEOUT);
  }

  async ready() {
    await this.page.locator('.monaco-workbench').waitFor();
    await this.page.locator('.explorer-folders-view .monaco-list-row, .pane .pane-body').first().waitFor();
  }

  async openFile(name) {
    await this.file(name).dblclick();
    await this.page.locator('.tabs-container .tab.active', { hasText: name }).waitFor();
    await this.page.locator('.editor-group-container .view-line').first().waitFor();
  }

  /** The row of a file in the explorer. */
  file(name) {
    const rows = this.page.locator('.explorer-folders-view .monaco-list-row');
    return rows.filter({ has: this.page.getByText(name, { exact: true }) });
  }

  async showDossier() {
    const pane = this.pane('Entities');
    if (!(await pane.isVisible())) await this.#activity('Dossier');
    await pane.waitFor();
  }

  async showExplorer() {
    const files = this.page.locator('.explorer-folders-view');
    if (!(await files.isVisible())) await this.#activity('Explorer');
    await files.waitFor();
  }

  /** One of the two views, by its title. */
  pane(title) {
    return this.page.locator('.pane', { has: this.page.locator('.pane-header h3.title', { hasText: title }) });
  }

  /** Rows of a view; with `text`, those that hold it. */
  rows(title, text) {
    const rows = this.pane(title).locator('.pane-body .monaco-list-row[role=treeitem]');
    return text ? rows.filter({ hasText: text }) : rows;
  }

  /** The rendered lines of the editor that hold `text`. */
  lines(text) {
    return this.page.locator('.editor-group-container .view-line', { hasText: text });
  }

  /** Scrolls to a line of the active editor and puts the cursor there. */
  async goToLine(line) {
    await this.page.keyboard.press('F1');
    await this.answer(`:${line}`);
    await this.page.locator('.statusbar-item', { hasText: `Ln ${line},` }).waitFor();
  }

  /** Where in the window the first rendered occurrence of `text` is. */
  async whereIs(text) {
    await this.lines(text).first().waitFor();
    const box = await this.page.evaluate((wanted) => {
      for (const line of document.querySelectorAll('.editor-group-container .view-line')) {
        const plain = (value) => value.replace(/\u00a0/g, ' ');
        const at = plain(line.textContent ?? '').indexOf(wanted);
        if (at < 0) continue;
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        let passed = 0;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const length = node.textContent.length;
          if (at < passed + length) {
            const range = document.createRange();
            range.setStart(node, at - passed);
            range.setEnd(node, Math.min(length, at - passed + wanted.length));
            const { x, y, width, height } = range.getBoundingClientRect();
            return { x, y, width, height };
          }
          passed += length;
        }
      }
      return null;
    }, text);
    if (!box) throw new Error(`"${text}" is not on the screen`);
    return box;
  }

  async hoverOver(text) {
    const { x, y, width, height } = await this.whereIs(text);
    await this.page.mouse.move(x + width / 2 - 40, y + height / 2 + 60);
    await this.page.mouse.move(x + width / 2, y + height / 2, { steps: 8 });
    const card = this.page.locator('.monaco-hover:not(.hidden)', { hasText: /Accept/ });
    await card.waitFor();
    // A picture taken while it fades in would show it pale.
    await card.evaluate((shown) => Promise.all(shown.getAnimations({ subtree: true }).map(({ finished }) => finished)));
    return card;
  }

  async clickOn(text) {
    const { x, y, width, height } = await this.whereIs(text);
    await this.page.mouse.click(x + width / 2, y + height / 2);
  }

  /** Selects the words by dragging over them. */
  async selectWords(text) {
    const { x, y, width, height } = await this.whereIs(text);
    await this.page.mouse.move(x + 1, y + height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(x + width - 1, y + height / 2, { steps: 6 });
    await this.page.mouse.up();
  }

  /** Where one types in the palette, in a list and in a box that asks. */
  get #input() {
    return this.page.locator('.quick-input-widget:not([style*="display: none"]) input').first();
  }

  /** Runs a command by its title in the palette. */
  async run(title) {
    const input = this.#input;
    // The key goes nowhere while the focus is on its way between the window and a webview.
    for (let opened = false; !opened; ) {
      await this.page.keyboard.press('F1');
      opened = await happens(input.waitFor({ timeout: FOCUS_MOVES }));
    }
    await input.fill(`>${title}`);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
    await this.#typedIsTaken(`>${title}`);
  }

  /** Chooses the first entry of an open list that holds `text`. */
  async pick(text, timeout = TIMEOUT) {
    const input = this.#input;
    await input.fill(text, { timeout });
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
    await row.click({ timeout });
    await this.#typedIsTaken(text);
  }

  /** Runs a command that asks to choose. As with {@link runAndAnswer}, its list may close at once: it is run again. */
  async runAndPick(title, text) {
    do await this.run(title);
    while (!(await happens(this.pick(text, FOCUS_MOVES))));
  }

  /** Runs a command that asks for words. Its box closes where the focus comes back to a webview just then: it is run again. */
  async runAndAnswer(title, text) {
    do await this.run(title);
    while (!(await happens(this.#input.fill(text, { timeout: FOCUS_MOVES }))));
    await this.answer(text);
  }

  /** Answers an open input box. */
  async answer(text) {
    const input = this.#input;
    await input.waitFor();
    await input.fill(text);
    await input.press('Enter');
    await this.#typedIsTaken(text);
  }

  /** Chooses a file in the dialog of the browser. It takes a path only once it has listed the folder: what is typed before is lost. */
  async chooseFile(file) {
    const widget = this.page.locator('.quick-input-widget:not([style*="display: none"])');
    await widget.locator('.monaco-list-row', { hasText: '..' }).waitFor();
    await widget.locator('input').first().fill(file);
    await widget.locator('.monaco-list-row.focused', { hasText: path.basename(file) }).waitFor();
    await this.page.keyboard.press('Enter');
    await widget.waitFor({ state: 'hidden' });
  }

  /** Until the box is gone, or the next one stands in its place: else the next words go to this one. */
  async #typedIsTaken(typed) {
    await this.page.waitForFunction((before) => {
      const widget = document.querySelector('.quick-input-widget');
      return !widget || widget.style.display === 'none' || widget.querySelector('input')?.value !== before;
    }, typed);
  }

  /**
   * Waits for a message of the editor; it opens the list of messages, where also those stand whose toast is gone.
   * The list closes when its last message goes: where that was before this one came, it is opened again.
   */
  async message(text) {
    const message = this.page.locator('.notification-list-item', { hasText: text });
    const list = this.page.locator('.notifications-center.visible');
    do {
      await this.run('Show Notifications');
      await list.waitFor();
      await Promise.race([message.waitFor({ timeout: 0 }), list.waitFor({ state: 'hidden', timeout: 0 })]);
    } while (!(await message.isVisible()));
  }

  /** Clicks an icon of the activity bar, where a badge may lie over it. */
  async #activity(title) {
    const icon = this.page.locator(`.activitybar .action-item a[aria-label^="${title}"]`);
    await icon.waitFor();
    const { x, y, width, height } = await icon.boundingBox();
    await this.page.mouse.click(x + width / 2, y + height / 2);
  }
}

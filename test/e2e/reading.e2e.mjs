import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/ensureInstalled.mjs';
import { copyOfSeeds, openVSCode } from '../../scripts/vscode/session.mjs';
import { untilFile } from './untilFile.mjs';

const FIRST = '000_ac14fab8c2e61573.txt';
const SECOND = '004_18bee006703496ad.txt';
const pictures = path.join(root, 'test-results');
fs.rmSync(pictures, { recursive: true, force: true });
fs.mkdirSync(pictures, { recursive: true });
const picture = (page, name) => page.screenshot({ path: path.join(pictures, `${name}.png`) });

describe('a person reads and corrects an article', () => {
  let folder;
  let code;
  let workbench;
  let page;
  const sidecar = () => path.join(folder, `${FIRST}.dossier.json`);
  const saved = (holds, what) => untilFile(sidecar(), holds, what);

  before(async () => {
    folder = copyOfSeeds();
    code = await openVSCode({ folder });
    ({ workbench } = code);
    ({ page } = workbench);
  });
  after(async () => {
    await code?.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed')
      await picture(page, `failed ${this.currentTest.title.replace(/\W+/g, '-')}`);
  });

  it('opens it and finds both trees filled', async () => {
    await workbench.openFile(FIRST);
    await workbench.showDossier();
    await workbench.rows('Entities', 'Taliban').first().waitFor();
    await workbench.rows('Claims').nth(5).waitFor();
    assert.equal(fs.existsSync(sidecar()), false);
  });

  it('clicks a row and sees the words selected', async () => {
    await workbench.rows('Entities', 'Kenneth McKenzie').first().click();
    await page.locator('.statusbar-item', { hasText: '(16 selected)' }).waitFor();
  });

  it('puts the cursor on a name, and the tree follows without taking the focus', async () => {
    await workbench.clickOn('Kenneth McKenzie');
    await workbench.pane('Entities').locator('.monaco-list-row.selected', { hasText: 'McKenzie' }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null), true);
  });

  it('hovers a claim, sees who says it, and accepts it there', async () => {
    const card = await workbench.hoverOver('We will not forgive');
    await card.getByText('Says:').first().waitFor();
    assert.match(await card.textContent(), /Biden/);
    await picture(page, 'hover');
    await card.getByText('Accept').last().click();
    await saved((text) => text.includes('"state": "accepted"'), 'the decision is saved');
  });

  it('accepts the clicked row by key, and finds the article as it was', async () => {
    const article = fs.readFileSync(path.join(folder, FIRST), 'utf8');
    await workbench.rows('Entities', 'Kenneth McKenzie').first().click();
    await page.locator('.statusbar-item', { hasText: '(16 selected)' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await saved(
      (text) => /"name": "Kenneth McKenzie"[^}]*"state": "accepted"/s.test(text),
      'the row of the click is accepted',
    );
    await workbench.rows('Entities', 'Kenneth McKenzie').filter({ hasText: 'accepted' }).first().waitFor();
    // The arrow keys move the focus only: the focused row is meant then.
    await page.keyboard.press('ArrowUp');
    const focused = workbench.pane('Entities').locator('.monaco-list-row.focused');
    const label = (await focused.getAttribute('aria-label')).split(', ').at(-2);
    await page.keyboard.press('Control+Enter');
    await workbench.rows('Entities', label).filter({ hasText: 'accepted' }).first().waitFor();
    await page.keyboard.press('a');
    await page.keyboard.press('Escape');
    assert.equal(fs.readFileSync(path.join(folder, FIRST), 'utf8'), article);
    assert.equal(await page.locator('.tab.dirty').count(), 0);
    for (let step = 0; step < 2; step++) await workbench.run('Undo Annotation Change');
    await workbench.rows('Entities', 'accepted').first().waitFor({ state: 'detached' });
  });

  it('rejects a row with its button', async () => {
    const row = workbench.rows('Entities', 'Frank Gardner').first();
    await row.hover();
    await row.locator('a[aria-label^="Reject"]').click();
    await saved((text) => /"name": "Frank Gardner"[^}]*"state": "rejected"/s.test(text), 'the rejection is saved');
    await workbench.rows('Entities', 'Frank Gardner').waitFor({ state: 'detached' });
  });

  it('undoes it from the palette', async () => {
    await workbench.run('Undo Annotation Change');
    await workbench.rows('Entities', 'Frank Gardner').first().waitFor();
  });

  it('drags an entity onto another to merge them, and undoes it', async () => {
    // Its name stays as an alias below the other entity.
    const entity = (name) => workbench.pane('Entities').locator('.monaco-list-row[aria-level="2"]', { hasText: name });
    await entity('Frank Gardner').dragTo(entity('Kenneth McKenzie'));
    await entity('Frank Gardner').waitFor({ state: 'detached' });
    await workbench.run('Undo Annotation Change');
    await entity('Frank Gardner').waitFor();
  });

  it('changes a type, renames and merges', async () => {
    await workbench.goToLine(56);
    await workbench.clickOn('Qatar');
    await workbench.run('Change Entity Type');
    await workbench.pick('Organization');
    await saved((text) => /"type": "organization",\s*"name": "Qatar"/.test(text), 'the type is saved');
    await workbench.run('Rename Entity');
    await workbench.answer('State of Qatar');
    await workbench.rows('Entities', 'State of Qatar').first().waitFor();
    await workbench.clickOn('Doha');
    await workbench.run('Merge Entity into');
    await workbench.pick('State of Qatar');
    await saved((text) => text.includes('"mergedInto"'), 'the merge is saved');
  });

  it('adds an entity and a claim from the selection', async () => {
    await workbench.selectWords('luxury hotels');
    await workbench.run('Add Entity from Selection');
    await workbench.pick('New entity');
    await workbench.pick('Location');
    await workbench.rows('Entities', 'luxury hotels').first().waitFor();
    await workbench.goToLine(19);
    await workbench.selectWords('This week, however');
    await workbench.run('Add Claim from Selection');
    await workbench.answer('It happened this week.');
    await saved((text) => text.includes('It happened this week.'), 'the claim is saved');
  });

  it('judges a claim, says who says it, and writes a note', async () => {
    await workbench.clickOn('This week, however');
    await workbench.run('Set Verdict');
    await workbench.pick('disputed');
    await workbench.run('Set Who Says the Claim');
    await workbench.pick('Taliban');
    await workbench.run('Write Note');
    await workbench.answer('Ask the embassy.');
    await saved(
      (text) => text.includes('"disputed"') && text.includes('Ask the embassy.'),
      'verdict and note are saved',
    );
    await workbench.selectWords('This week, however');
    await workbench.run('Add Note');
    await workbench.answer('Which week?');
    await saved((text) => text.includes('"text": "Which week?"'), 'the free note is saved');
  });

  it('reviews with one key a decision, while the article takes no typing', async () => {
    await workbench.clickOn('This week, however');
    await workbench.run('Start Review');
    const status = page.locator('.statusbar-item', { hasText: 'Review:' });
    const left = async () => Number(/(\d+) left/.exec(await status.textContent())?.[1]);
    const untilLeft = (count) => page.locator('.statusbar-item', { hasText: `Review: ${count} left` }).waitFor();
    await status.waitFor();
    const first = await left();
    await picture(page, 'review');
    await page.keyboard.press('a');
    await page.locator('.statusbar-item', { hasText: 'Dossier: Accept' }).waitFor();
    await page.keyboard.press('y');
    await page.keyboard.press('z');
    await untilLeft(first);
    await page.keyboard.press('r');
    await untilLeft(first - 1);
    await page.keyboard.press('h');
    await workbench.pick('Undo annotation change');
    await untilLeft(first);
    await page.keyboard.press('c');
    await workbench.answer('Ask again in May.');
    await saved((text) => text.includes('Ask again in May.'), 'the comment is saved');
    await page.keyboard.press('z');
    await saved((text) => !text.includes('Ask again in May.'), 'the comment is taken back');
    await workbench.clickOn('This week, however');
    await page.keyboard.press('e');
    await page.locator('.quick-input-title', { hasText: 'Evidence on' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await status.waitFor({ state: 'hidden' });
    assert.equal(
      fs.readFileSync(path.join(folder, FIRST), 'utf8'),
      fs.readFileSync(path.join(root, 'seeds', FIRST), 'utf8'),
    );
    assert.equal(await page.locator('.tab.dirty').count(), 0);
  });

  it('builds the case of a claim: evidence, comment, tags, and a problem where evidence is missing', async () => {
    await workbench.clickOn('This week, however');
    await workbench.run('Add Evidence');
    await workbench.pick('Web address');
    await workbench.answer('https://example.org/report');
    await workbench.answer('https://archive.example/report');
    await workbench.answer('2026-01-02');
    await workbench.pick('Against the claim');
    await workbench.answer('Counts otherwise.');
    await saved((text) => text.includes('"archive": "https://archive.example/report"'), 'the evidence is saved');
    await workbench.clickOn('This week, however');
    await workbench.run('Add Comment');
    await workbench.answer('Who counted?');
    await saved((text) => text.includes('Who counted?'), 'the comment is saved');
    const card = await workbench.hoverOver('This week, however');
    await card.getByText('Evidence against').first().waitFor();
    await card.getByText('Who counted?').first().waitFor();
    await picture(page, 'case');
  });

  it('filters the entities and clears the filter', async () => {
    await workbench.run('Filter Entities');
    await workbench.answer('biden');
    await workbench.rows('Entities', 'Taliban').first().waitFor({ state: 'detached' });
    await workbench.rows('Entities', 'Biden').first().waitFor();
    await workbench.run('Clear Filter of Entities');
    await workbench.rows('Entities', 'Taliban').first().waitFor();
  });

  it('groups the claims by topic and back', async () => {
    const group = (name) => page.locator(`[role=treeitem][aria-label^="${name}, "][aria-label*=" claim"]`).first();
    await workbench.run('Group Claims by');
    await workbench.pick('Topic');
    await workbench.run('Focus on Claims View');
    await page.keyboard.press('Home');
    await group('attack').waitFor();
    await workbench.run('Group Claims by');
    await workbench.pick('Who says it');
    await workbench.run('Focus on Claims View');
    await page.keyboard.press('Home');
    await group('Joe Biden').waitFor();
  });

  it('finds all of it again after closing and opening', async () => {
    const before = fs.readFileSync(sidecar(), 'utf8');
    await code.reload();
    await workbench.showExplorer();
    await workbench.openFile(FIRST);
    await workbench.showDossier();
    await workbench.rows('Entities', 'State of Qatar').first().waitFor();
    await workbench.run('Save Annotations');
    await page.locator('.statusbar-item', { hasText: 'annotations saved' }).waitFor();
    assert.equal(fs.readFileSync(sidecar(), 'utf8'), before);
  });

  it('compares with a second annotator, adopts one difference and keeps another', async () => {
    const other = JSON.parse(fs.readFileSync(sidecar(), 'utf8'));
    const byBen = (entity, fields) => Object.assign(entity, { by: 'Ben' }, fields);
    for (const entity of Object.values(other.entities)) {
      if (entity.name === 'State of Qatar') byBen(entity, { name: 'Qatar' });
      if (entity.name === 'Al Qaeda') byBen(entity, { type: 'group', state: 'edited' });
      if (/^Haqqani network$/i.test(entity.name)) byBen(entity, { state: 'accepted' });
    }
    fs.writeFileSync(path.join(folder, `${FIRST}.ben.dossier.json`), JSON.stringify(other));
    await workbench.run('Compare with Another Sidecar');
    await workbench.pick(`${FIRST}.ben.dossier.json`);
    const rows = (text) => workbench.rows('Second Annotator', text);
    await rows('Types').waitFor();
    await workbench.run('Next Difference');
    await rows('Al Qaeda').first().and(page.locator('.selected')).waitFor();
    await picture(page, 'second-annotator');
    await rows('State of Qatar').first().click();
    await page.keyboard.press('Control+Enter');
    await saved((text) => /"type": "organization",\s*"name": "Qatar"/.test(text), 'what the other has is saved');
    await rows('Haqqani').first().and(page.locator('.selected')).waitFor();
    await page.keyboard.press('Control+Backspace');
    await rows('Kept as Mine').waitFor();
    await workbench.run('End Comparison');
    await workbench.pane('Second Annotator').waitFor({ state: 'detached' });
  });

  it('opens the sidecar', async () => {
    await workbench.run('Open Sidecar');
    await page.locator('.tabs-container .tab', { hasText: '.dossier.json' }).waitFor();
  });

  it('reads in words that a sidecar is broken, and finds it untouched', async () => {
    const broken = path.join(folder, `${SECOND}.dossier.json`);
    fs.writeFileSync(broken, '{ broken');
    await workbench.showExplorer();
    // The list has settled when it shows both sidecars.
    for (const file of [FIRST, SECOND]) await workbench.file(`${file}.dossier.json`).waitFor();
    await workbench.openFile(SECOND);
    await workbench.message('cannot be read');
    await workbench.showDossier();
    await workbench.run('Save Annotations');
    assert.equal(fs.readFileSync(broken, 'utf8'), '{ broken');
    await picture(page, 'broken-sidecar');
  });
});

describe('every theme shows what is what', () => {
  let folder;
  let code;

  before(async () => {
    folder = copyOfSeeds();
    code = await openVSCode({ folder });
    const { workbench } = code;
    await workbench.openFile(FIRST);
    await workbench.showDossier();
    await workbench.rows('Entities').nth(4).waitFor();
    await workbench.rows('Claims').nth(4).waitFor();
    // No word under the cursor is highlighted in the pictures.
    await workbench.goToLine(2);
  });
  after(async () => {
    await code?.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const THEMES = [
    ['dark', 'Dark Modern', 'vs-dark'],
    ['light', 'Light Modern', 'vs'],
    ['high-contrast', 'Dark High Contrast', 'hc-black'],
    ['high-contrast-light', 'Light High Contrast', 'hc-light'],
  ];
  for (const [name, theme, base] of THEMES) {
    it(name, async () => {
      const { workbench } = code;
      await workbench.runAndPick('Preferences: Color Theme', theme);
      await workbench.page.locator(`.monaco-workbench.${base}`).waitFor();
      await workbench.hoverOver('Taliban');
      await picture(workbench.page, `theme-${name}`);
      const painted = await workbench.page.locator('.view-line [class*="ced-"]').count();
      assert.ok(painted > 20, `${painted} pieces of text are marked`);
    });
  }
});

describe('Restricted Mode', () => {
  it('reads the article all the same', async () => {
    const folder = copyOfSeeds();
    const code = await openVSCode({
      folder,
      trusted: false,
      settings: { 'security.workspace.trust.startupPrompt': 'never' },
    });
    const { workbench } = code;
    try {
      await workbench.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
      await workbench.openFile(FIRST);
      await workbench.showDossier();
      await workbench.rows('Entities', 'Taliban').first().waitFor();
    } finally {
      await code.close();
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('the web build', () => {
  it('reads, saves and imports in the extension host of the browser', async () => {
    const folder = copyOfSeeds();
    const paragraph =
      '<p>The harbour lost four ships in the storm, the port authority said on Monday, and two more ran aground.</p>';
    fs.writeFileSync(
      path.join(folder, 'report.html'),
      `<html><head><title>Storm</title></head><body><article><h1>Storm sinks four ships</h1>${paragraph.repeat(6)}</article></body></html>`,
    );
    const code = await openVSCode({ folder, settings: { 'remote.extensionKind': { 'dossier.dossier': ['web'] } } });
    const { workbench } = code;
    try {
      await workbench.openFile(FIRST);
      await workbench.showDossier();
      await workbench.rows('Claims').nth(4).waitFor();
      const row = workbench.rows('Entities', 'Kenneth McKenzie').first();
      await row.hover();
      await row.locator('a[aria-label^="Accept"]').click();
      await untilFile(
        path.join(folder, `${FIRST}.dossier.json`),
        (text) => text.includes('"accepted"'),
        'the decision is saved',
      );
      await workbench.run('Import Article...');
      await workbench.chooseFile(path.join(folder, 'report.html'));
      await untilFile(
        path.join(folder, 'report.txt'),
        (text) => text.includes('The harbour lost four ships'),
        'the page is imported',
      );
      // Its editor takes the focus, which would close what is opened before.
      await workbench.page.locator('.tab.active', { hasText: 'report.txt' }).waitFor();
      await workbench.run('Developer: Show Running Extensions');
      const entry = workbench.page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'Dossier' });
      assert.match(await entry.textContent(), /web worker/);
    } finally {
      await code.close();
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });
});

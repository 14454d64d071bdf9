import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/ensureInstalled.mjs';
import { copyOfSeeds, openVSCode } from '../../scripts/vscode/session.mjs';
import { untilFile } from './untilFile.mjs';

const FIRST = '000_ac14fab8c2e61573.txt';
const SECOND = '004_18bee006703496ad.txt';
const pictures = path.join(root, 'test-results');
const picture = (page, name) => page.screenshot({ path: path.join(pictures, `${name}.png`) });

describe('a person compares two articles on one event', () => {
  let folder;
  let code;
  let workbench;
  let page;
  /** The page of the comparison, inside its two frames. */
  const view = () => page.frameLocator('iframe.webview.ready').frameLocator('iframe');
  const tab = (name) => view().getByRole('tab', { name });
  const row = (words) => view().locator('.tabulator-row', { hasText: words });

  before(async () => {
    folder = copyOfSeeds();
    fs.mkdirSync(pictures, { recursive: true });
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

  it('opens the table of questions by sources from the palette', async () => {
    await workbench.openFile(FIRST);
    await workbench.showDossier();
    await workbench.rows('Entities', 'Taliban').first().waitFor();
    await workbench.run('Compare Sources');
    await row('At least 60').first().waitFor();
    assert.match(await row('At least 60').first().textContent(), /at least 170/);
    assert.match(await row('January 2015').first().textContent(), /contradiction.*2014/s);
    assert.equal(await view().getByRole('columnheader').count(), 4);
    await picture(page, 'comparison');
  });

  it('opens a passage beside by keyboard, and stays in the grid', async () => {
    await view().getByRole('searchbox').fill('170');
    await view().locator('.count', { hasText: /^1 of/ }).waitFor();
    await view().locator('.tabulator-cell[tabindex="0"]').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await view()
      .getByRole('button', { name: /at least 170/ })
      .press('Enter');
    await page.locator('.tabs-container .tab.active', { hasText: SECOND }).waitFor();
    await workbench.lines('at least 170 deaths').first().waitFor();
    await view().locator('.passages', { hasText: 'source' }).waitFor();
  });

  it('shows when things happened and who quotes whom', async () => {
    await tab('Timeline').click();
    await view().locator('.picture .mark').first().waitFor();
    await picture(page, 'comparison-timeline');
    await tab('Network').click();
    await view().locator('.network .node', { hasText: 'ISPI' }).waitFor();
    await picture(page, 'comparison-network');
    await view().locator('.network .edge.quotes', { hasText: 'ISPI' }).first().press('Enter');
    await view().locator('.passages', { hasText: 'quotes ISPI' }).waitFor();
  });

  it('is as it was after a reload of the window', async () => {
    await code.reload();
    await view().getByRole('tab', { name: 'Network', selected: true }).waitFor({ timeout: 60_000 });
    await tab('Table').click();
    await row('at least 170').waitFor();
    assert.equal(await view().getByRole('searchbox').inputValue(), '170');
  });

  it('says that two names of the sources are of one entity', async () => {
    await workbench.run('Analyze All Sources');
    await workbench.rows('Sources', 'entities').first().waitFor();
    await workbench.runAndPick('Group Sources by', 'Entities over all articles');
    await workbench.runAndAnswer('Filter Sources', 'united states');
    const row = (name) => workbench.rows('Sources', name).first();
    // Others are perhaps one too, until the filter has come to the rows.
    await row(/United States.*perhaps also 1 other/).click();
    await page.keyboard.press('ArrowRight');
    await row('perhaps the same').hover();
    await picture(page, 'sources');
    await row('perhaps the same').locator('a[aria-label^="Same Entity"]').click();
    await row('with 1 other name').waitFor();
    const registry = path.join(folder, '.dossier/registry.json');
    await untilFile(registry, (text) => text.includes('"is": "same"'), 'the judgement is saved');
  });
});

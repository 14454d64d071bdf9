// The main job, seen from outside: the first sample article opens by itself, both trees filled, a picture of it.
import { Workbench } from './workbench.mjs';

const ARTICLE = '000_ac14fab8c2e61573.txt';

/** @returns how many rows each tree shows. @throws when either stays empty. */
export async function checkFirstArticle(page, picture) {
  const workbench = new Workbench(page);
  await workbench.ready();
  await page.locator('.tabs-container .tab.active', { hasText: ARTICLE }).waitFor();
  await workbench.showDossier();
  await workbench.rows('Entities').nth(3).waitFor();
  await workbench.rows('Claims').nth(3).waitFor();
  await page.screenshot({ path: picture });
  return { entities: await workbench.rows('Entities').count(), claims: await workbench.rows('Claims').count() };
}

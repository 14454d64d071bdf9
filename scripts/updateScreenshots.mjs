// Takes the pictures of the README from the last end-to-end run.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './ensureInstalled.mjs';

const PICTURES = {
  'theme-dark.png': 'reading.png',
  'hover.png': 'hover.png',
  'review.png': 'review.png',
  'case.png': 'case.png',
  'comparison.png': 'comparison.png',
  'comparison-network.png': 'comparison-network.png',
  'sources.png': 'sources.png',
  'second-annotator.png': 'second-annotator.png',
};
const target = path.join(root, 'media/screenshots');
fs.mkdirSync(target, { recursive: true });
for (const [from, to] of Object.entries(PICTURES)) {
  fs.copyFileSync(path.join(root, 'test-results', from), path.join(target, to));
  console.log(`media/screenshots/${to}`);
}

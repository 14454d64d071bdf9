import assert from 'node:assert/strict';
import fs from 'node:fs';

/** Waits until a file satisfies `holds`. */
export async function untilFile(file, holds, what) {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null;
    if (text !== null && holds(text)) return text;
    if (Date.now() > deadline) assert.fail(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

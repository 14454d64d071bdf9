import fs from 'node:fs';
import path from 'node:path';

/** Path of a file that training makes on the way and that is not part of the repository. */
export function cacheFile(name: string): string {
  const folder = path.join(process.cwd(), 'node_modules/.cache/training');
  fs.mkdirSync(folder, { recursive: true });
  return path.join(folder, name);
}

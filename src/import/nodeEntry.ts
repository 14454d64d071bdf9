import './withoutNetwork.ts';
import { parentPort } from 'node:worker_threads';
import type { OriginalFile } from '../core/source/importedArticle.ts';
import { readOriginal } from './readOriginal.ts';

parentPort?.once('message', async (file: OriginalFile) => parentPort?.postMessage(await readOriginal(file)));

import type * as vscode from 'vscode';
import type { EditorHost } from '../host.ts';
import { type FileContent, readContent } from './fileContent.ts';
import { writeBytes } from './sidecarFiles.ts';

/** The sidecar that the state of a session builds on: what its file held when it was last read or written here. */
export class SidecarBase {
  readonly #host: EditorHost;
  #hash: string | null = null;
  #bytes: Uint8Array | null = null;
  /** The stamp of the file as it was written here last; null where somebody else may have left the same one. */
  #stamp: string | null = null;

  constructor(host: EditorHost) {
    this.#host = host;
  }

  /** The hash of the content; null where there was no file. */
  get hash(): string | null {
    return this.#hash;
  }

  /** The content, to merge by; null where there was none or it is not known. */
  get bytes(): Uint8Array | null {
    return this.#bytes;
  }

  /** What the file holds now, null where there is none; `same` where that is this base. Reads only what may be new. */
  async readNew(uri: vscode.Uri): Promise<FileContent | null | 'same'> {
    if (this.#stamp !== null && (await this.#host.files?.stamp(uri.fsPath)) === this.#stamp) return 'same';
    const content = await readContent(uri);
    return (content?.hash ?? null) === this.#hash ? 'same' : content;
  }

  async write(uri: vscode.Uri, content: FileContent): Promise<void> {
    const stamp = await writeBytes(this.#host, uri, content.bytes);
    this.set(content);
    this.#stamp = stamp;
  }

  /** @param content what the file holds; null where there is none. */
  set(content: FileContent | null): void {
    this.#hash = content?.hash ?? null;
    this.#bytes = content?.bytes ?? null;
    this.#stamp = null;
  }

  /** Takes up the base of decisions that waited. */
  resume(hash: string | null, bytes: Uint8Array | null): void {
    this.#hash = hash;
    this.#bytes = bytes;
    this.#stamp = null;
  }
}

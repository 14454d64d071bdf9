/** What stands in a model file besides its tables. */
export interface ModelHeader {
  readonly kind: string;
  readonly version: number;
  readonly labels: readonly string[];
  readonly sections: readonly ModelSection[];
}

export interface ModelSection {
  readonly name: string;
  readonly type: 'u32' | 'f32' | 'u16' | 'u8' | 'i8';
  readonly length: number;
}

export type ModelTable = Uint32Array | Float32Array | Uint16Array | Uint8Array | Int8Array;

const TABLES = { u32: Uint32Array, f32: Float32Array, u16: Uint16Array, u8: Uint8Array, i8: Int8Array } as const;

/** Length of the JSON (4 bytes, little endian), JSON, then the tables, each beginning at a multiple of 4. */
export function writeModelFile(header: Omit<ModelHeader, 'sections'>, tables: Record<string, ModelTable>): Uint8Array {
  const types = Object.entries(TABLES);
  const sections = Object.entries(tables).map(([name, table]) => {
    const type = types.find(([, kind]) => table instanceof kind) as [ModelSection['type'], unknown];
    return { name, type: type[0], length: table.length };
  });
  const json = JSON.stringify({ ...header, sections });
  const start = aligned(4 + json.length);
  const size = Object.values(tables).reduce((sum, table) => sum + aligned(table.byteLength), start);
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  for (let i = 0; i < json.length; i++) bytes[4 + i] = json.charCodeAt(i);
  let at = start;
  for (const table of Object.values(tables)) {
    bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), at);
    at += aligned(table.byteLength);
  }
  return bytes;
}

/**
 * Reads a file of {@link writeModelFile}. The header must be ASCII.
 * @throws Error when the bytes are no model of `kind` and `version`.
 */
export function readModelFile(
  file: Uint8Array,
  kind: string,
  version: number,
): { header: ModelHeader; table<T extends ModelTable>(name: string): T } {
  const bytes = file.slice(); // aligned, whatever the offset of `file` in its buffer
  const length = bytes.length < 4 ? 0 : new DataView(bytes.buffer).getUint32(0, true);
  if (length === 0 || 4 + length > bytes.length) throw new Error(`not a model file of ${kind}`);
  let json = '';
  for (let i = 0; i < length; i++) json += String.fromCharCode(bytes[4 + i] as number);
  const header = JSON.parse(json) as ModelHeader;
  if (header.kind !== kind || header.version !== version) {
    throw new Error(`expected the model ${kind} version ${version}, found ${header.kind} version ${header.version}`);
  }
  const tables = new Map<string, ModelTable>();
  let at = aligned(4 + length);
  for (const { name, type, length: count } of header.sections) {
    const table = new TABLES[type](bytes.buffer, at, count);
    tables.set(name, table);
    at += aligned(table.byteLength);
  }
  return {
    header,
    table<T extends ModelTable>(name: string): T {
      const table = tables.get(name);
      if (!table) throw new Error(`the model ${kind} has no table ${name}`);
      return table as T;
    },
  };
}

function aligned(offset: number): number {
  return (offset + 3) & ~3;
}

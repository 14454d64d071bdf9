/** The newest version of the sidecar that this program reads and writes. */
export const SIDECAR_VERSION = 1;

/** Turns the raw data of one version into the next; pure. */
export type Migration = (file: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** From which version each leads to the next one; version 1 is the first, so there is none yet. */
export const MIGRATIONS: ReadonlyMap<number, Migration> = new Map();

/** The data as the newest version would hold it; written only with the next change of a person. */
export function migrate(
  file: Readonly<Record<string, unknown>>,
  version: number,
  migrations: ReadonlyMap<number, Migration> = MIGRATIONS,
): Readonly<Record<string, unknown>> {
  let data = file;
  for (let at = version; ; at++) {
    const step = migrations.get(at);
    if (!step) return data;
    data = step(data);
  }
}

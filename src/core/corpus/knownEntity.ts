import type { Alias } from '../model/records.ts';
import type { EntityTypeKey } from '../model/types.ts';

/** An entity that people decided on in some article of the workspace folder; plain data that crosses to the worker. */
export interface KnownEntity {
  readonly id: string;
  readonly type: EntityTypeKey;
  readonly name: string;
  readonly aliases: readonly Alias[];
  /** Ids of the entities that were merged into it. */
  readonly also: readonly string[];
  /** Nobody decided on it but that it is not another one: it is kept apart where an article joins them, and not looked for. */
  readonly judged?: boolean;
}

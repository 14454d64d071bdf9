import type * as vscode from 'vscode';
import type { ArticleSession } from '../articles/articleSession.ts';
import type { EditorHost } from '../host.ts';
import type { FormerNames } from './formerNames.ts';
import type { KeptHistories } from './keptHistories.ts';
import type { PendingDecisions } from './pendingDecisions.ts';
import type { SidecarProblems } from './sidecarProblems.ts';
import type { Snapshots } from './snapshots.ts';
import type { HandedDecisions } from './waitingDecisions.ts';

/** What the binding of one article to its sidecar works with. */
export interface BindingOptions {
  readonly session: ArticleSession;
  readonly pending: PendingDecisions;
  readonly histories: KeptHistories;
  readonly host: EditorHost;
  readonly problems: SidecarProblems;
  readonly snapshots: Snapshots;
  readonly formerNames: FormerNames;
  /**
   * The name that the article has now, which may leave this one to another article; null where it is this one still. While
   * it is `moving`, its sidecar may be gone already, and its unsaved edits count as saved.
   */
  readonly movedTo: () => Promise<vscode.Uri | 'moving' | null>;
  /** Takes decisions that were made while the article got another name. */
  readonly handOver: (to: vscode.Uri, handed: HandedDecisions) => Promise<void>;
  /** Version of the extension, and so of the extractor that made the suggestions. */
  readonly version: string;
}

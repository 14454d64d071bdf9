import type { HostMessage, PageMessage } from '../../core/present/comparisonMessages.ts';
import type { PageState } from './pageState.ts';

interface CodeApi {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  setState(state: PageState): void;
}
declare function acquireVsCodeApi(): CodeApi;

/** The editor, as the page knows it. */
export const host: CodeApi = acquireVsCodeApi();

export function onMessage(listen: (message: HostMessage) => void): void {
  // Only the editor can post to this page: it stands in a frame of its own origin.
  window.addEventListener('message', ({ data }) => listen(data as HostMessage));
}

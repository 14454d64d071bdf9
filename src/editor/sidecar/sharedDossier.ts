import { decisionsOnly } from '../../core/sidecar/decisionsOnly.ts';
import type { Dossier } from '../../core/sidecar/dossier.ts';
import { withoutPrivateNotes } from '../../core/store/privateNotes.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import { fileName } from '../articles/fileName.ts';
import { readSetting } from '../config/settings.ts';

/** What a sidecar holds besides its records. */
export type DossierHead = Omit<Dossier, 'annotations'>;

/**
 * What is to be in the sidecar of an article as it is now: never a private note, and suggestions as the setting says.
 * @param head as the sidecar had it last.
 * @param version of the extension.
 */
export function sharedDossier({ store, facts, uri }: ArticleSession, head: DossierHead, version: string): Dossier {
  const all = store.annotations;
  const source = {
    ...(facts.language === 'und' ? {} : { language: facts.language }),
    ...store.source,
    path: fileName(uri),
    firstSha256: head.source.firstSha256 ?? store.blocks.sha256,
  };
  const wanted = readSetting('sidecar.suggestions', uri) ? all : decisionsOnly(all);
  return { ...head, source, extractor: version, annotations: withoutPrivateNotes(wanted) };
}

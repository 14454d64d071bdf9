const ENDING = '.dossier-tmp';

/** The name under which a file is written before it replaces `name`; one that is left over comes from a crash. */
export function temporaryName(name: string, random: string): string {
  return `.${name}.${random}${ENDING}`;
}

/** Whether `candidate` is a temporary name of `name`. */
export function isTemporaryName(candidate: string, name: string): boolean {
  return candidate.startsWith(`.${name}.`) && /^[0-9a-f]+\.dossier-tmp$/.test(candidate.slice(name.length + 2));
}

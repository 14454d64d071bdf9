import { detectFigures } from '../extract/figures/detectFigures.ts';
import type { ClaimRecord } from '../model/records.ts';
import { sliceOf } from '../present/words.ts';
import { tokenise } from '../text/tokens.ts';
import type { LintFinding } from './finding.ts';

/** Verdicts that rest on nothing that could be shown. */
const NEEDS_NO_EVIDENCE = 'unverifiable';

/** @param claim decided on, and standing in `text`. */
export function lintClaim(claim: ClaimRecord, text: string): LintFinding[] {
  const { attribution, verdict, evidence, place } = claim;
  const found = { record: { kind: 'claims', id: claim.id }, spans: place.spans } as const;
  const findings: LintFinding[] = [];
  if (attribution.voice !== 'outlet' && attribution.source === null && attribution.sourceAt.length === 0) {
    findings.push({ ...found, rule: 'noSource', message: 'Nobody is named as the source of this reported claim.' });
  }
  if (verdict !== undefined && verdict !== NEEDS_NO_EVIDENCE && !evidence) {
    findings.push({ ...found, rule: 'noEvidence', message: `The verdict “${verdict}” has no evidence yet.` });
  }
  const other = figureNotIn(claim, text);
  if (other !== null) {
    const message = `The claim says ${other.toLocaleString('en-US')}, which its words in the article do not.`;
    findings.push({ ...found, rule: 'otherFigure', message });
  }
  return findings;
}

/**
 * A figure of the claim, or of its restatement, that is not among the figures of the words it stands on; null where all
 * are. Restatements that read no figure at all (in words that are no numbers) are let be.
 */
function figureNotIn({ text: restated, figures, place }: ClaimRecord, text: string): number | null {
  const cited = valuesIn(sliceOf(text, [...place.spans, ...figures.flatMap(({ at }) => at)]));
  const stated = [
    ...valuesIn(restated),
    ...figures.flatMap(({ value, max }) => (max === undefined ? value : [value, max])),
  ];
  return stated.find((value) => !cited.has(value)) ?? null;
}

function valuesIn(words: string): Set<number> {
  const figures = detectFigures(tokenise(words));
  return new Set(figures.flatMap(({ value, max }) => (max === undefined ? [value] : [value, max])));
}

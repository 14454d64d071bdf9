import type { Agreement } from './agreement.ts';
import type { CategoryAgreement } from './categoryAgreement.ts';
import type { SpanAgreement } from './spanAgreement.ts';

const figure = (value: number | null) => (value === null ? 'none' : value.toFixed(2));
const percent = (value: number | null) => (value === null ? 'none' : `${Math.round(value * 100)} %`);

/** One measure and what it says. */
export interface AgreementRow {
  readonly measure: string;
  readonly words: string;
}

const spans = (measure: string, { first, second, same, exactF1, overlapF1 }: SpanAgreement): AgreementRow => ({
  measure,
  words: `F1 ${figure(exactF1)} exact, ${figure(overlapF1)} with overlap; ${first} and ${second}, ${same} on the same words`,
});
const categories = (measure: string, of: string, { items, observed, kappa }: CategoryAgreement): AgreementRow => ({
  measure,
  words: `${percent(observed)} the same, Cohen's kappa ${figure(kappa)}; of ${items} ${of} on the same words`,
});

/** The figures, a row for each measure. */
export function agreementRows({ mentions, claims, types, kinds, verdicts }: Agreement): AgreementRow[] {
  return [
    spans('Mentions', mentions),
    categories('Types', 'mentions', types),
    spans('Claims', claims),
    categories('Kinds', 'claims', kinds),
    categories('Verdicts', 'claims', verdicts),
  ];
}

/** What the figures count. */
export const AGREEMENT_COUNTS =
  'Counted: what each accepted, edited or added; open suggestions and rejections are not.';
/** What is said where the sidecars are of different texts. */
export const TWO_TEXTS = 'The sidecars were made for two texts; only words in lines that both have are compared.';

/** The figures as lines for people. */
export function agreementLines(agreement: Agreement): string[] {
  return [
    ...(agreement.sameText ? [] : [TWO_TEXTS]),
    ...agreementRows(agreement).map(({ measure, words }) => `${measure}: ${words}`),
    AGREEMENT_COUNTS,
  ];
}

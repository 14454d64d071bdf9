import type { Agreement } from './agreement.ts';
import type { CategoryAgreement } from './categoryAgreement.ts';
import type { SpanAgreement } from './spanAgreement.ts';

const figure = (value: number | null) => (value === null ? 'none' : value.toFixed(2));
const percent = (value: number | null) => (value === null ? 'none' : `${Math.round(value * 100)} %`);

const spans = (what: string, { first, second, same, exactF1, overlapF1 }: SpanAgreement) =>
  `${what}: ${first} and ${second}, ${same} on the same words; F1 ${figure(exactF1)} exact, ${figure(overlapF1)} with overlap`;
const categories = (what: string, { items, observed, kappa }: CategoryAgreement) =>
  `${what}: ${percent(observed)} the same of ${items}; Cohen's kappa ${figure(kappa)}`;

/** The figures as lines for people. */
export function agreementLines({ sameText, mentions, claims, types, kinds, verdicts }: Agreement): string[] {
  return [
    ...(sameText ? [] : ['The sidecars were made for two texts; only words in lines that both have are compared.']),
    spans('Mentions', mentions),
    categories('Types of mentions on the same words', types),
    spans('Claims', claims),
    categories('Kinds of claims on the same words', kinds),
    categories('Verdicts on claims on the same words', verdicts),
    'Counted: what each accepted, edited or added; open suggestions and rejections are not.',
  ];
}

const NOUNS =
  /^(?:decision|plan|goal|intention|promise|pledge|vow|commitment|demand|request|call|order|proposal|offer|hope|fear|concern|belief|claim|allegation|report|announcement|statement|warning|threat|suspicion|speculation|confession|desire|wish|accusation|rumou?r|view|prediction|expectation|assertion|argument|suggestion|conclusion|opposition|objection|criticism|evidence|doubt|effort|refusal|willingness|invitation)s?$/;

/** True for a noun, in lower case, that can head a report: "his decision to resign", "reports of fighting". */
export function isReportNoun(word: string): boolean {
  return NOUNS.test(word);
}

/** True for the noun of "in the view of analysts", "by her estimate". */
export function isViewNoun(word: string): boolean {
  return /^(?:view|opinion|words|eyes|estimat(?:e|es|ion)|judge?ment|assessment|reckoning|telling|account|version|calculations?|count|tally|admission)$/.test(
    word,
  );
}

/** True for the noun of "in line with a report by". */
export function isAccordance(word: string): boolean {
  return word === 'line' || word === 'accordance' || word === 'keeping';
}

/** How a verb states a figure: "puts it at 40", "spoke of 40", "counted 40"; null for other words. */
export function figureVerb(word: string): 'put' | 'speak' | 'count' | null {
  if (/^(?:puts?|pegs|pegged|measure[sd]?|estimate[sd]?|recorded)$/.test(word)) return 'put';
  if (/^(?:speaks?|spoke|spoken|talks?|talked)$/.test(word)) return 'speak';
  const counts =
    /^(?:count(?:s|ed)?|calculate[sd]?|report(?:s|ed)?|confirm(?:s|ed)?|document(?:s|ed)?|tall(?:y|ies|ied))$/;
  return counts.test(word) ? 'count' : null;
}

const NOUNS =
  /^(?:decision|plan|goal|intention|promise|pledge|vow|commitment|demand|request|call|order|proposal|offer|hope|fear|concern|belief|claim|allegation|report|announcement|statement|warning|threat|suspicion|speculation|confession|desire|wish|accusation|rumou?r|view|prediction|expectation|assertion|argument|suggestion|conclusion|opposition|objection|criticism|evidence|doubt|effort|refusal|willingness|invitation)s?$/;

/** True for a noun, in lower case, that can head a report: "his decision to resign", "reports of fighting". */
export function isReportNoun(word: string): boolean {
  return NOUNS.test(word);
}

/** True for the noun of "in the view of analysts", "in her opinion". */
export function isViewNoun(word: string): boolean {
  return /^(?:view|opinion|words|eyes|estimation|judge?ment|assessment|reckoning|telling|account)$/.test(word);
}

/** True for the verb of "puts the cost at 40 million". */
export function isPut(word: string): boolean {
  return word === 'put' || word === 'puts';
}

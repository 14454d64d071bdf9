// The annotated sets, what is measured on each, and which of the libraries beside have that layer.
const COMPROMISE = 0;
const WINK = 1;

const percent = (value) => (value === undefined ? undefined : value * 100);
const by = (value, ...peers) => ({ value: (result) => percent(value(result)), peers });

const NAMES = {
  'names, exact span + type': by((r) => r.entities.nameTyped.f1, COMPROMISE),
  'names, exact span': by((r) => r.entities.nameUntyped.f1, COMPROMISE, WINK),
};
const OVERLAP = { 'names, overlap': by((r) => r.entities.nameOverlap.f1, COMPROMISE, WINK) };
const QUANTITIES = { 'quantities, overlap': by((r) => r.entities.perType.QUANTITY?.overlap.f1, COMPROMISE, WINK) };
const DATES = {
  'dates, overlap': by((r) => r.entities.perType.DATE?.overlap.f1, COMPROMISE, WINK),
  'dates, value right given hit': by((r) => r.entities.dateValue?.accuracy, COMPROMISE),
};

/** Rows on statements: of all attributions (`quotes`) or of reported speech alone (`quotesReported`). */
const statements = (layer) => ({
  'attributions, span': by((r) => r[layer].span80.f1, COMPROMISE),
  'attributions, quote and speaker': by((r) => r[layer].quoteAndSpeaker.f1),
  'attributions, speaker right given hit': by((r) => r[layer].speakerGivenHit.accuracy),
});

/** `set`: its name here and in floors.json; `file`: its folder; `flags`: of the scorer. */
export const SETS = [
  {
    set: 'news_statements',
    file: 'train-ok/news_statements',
    measures: { ...NAMES, ...OVERLAP, ...QUANTITIES, ...statements('quotes') },
  },
  { set: 'wikigold', file: 'train-ok/wikigold', measures: { ...NAMES, ...OVERLAP } },
  {
    set: 'gum_news',
    file: 'train-ok/gum_news',
    measures: { ...NAMES, ...OVERLAP, ...DATES, ...statements('quotes') },
  },
  { set: 'meantime', file: 'train-ok/meantime', measures: { ...NAMES, ...OVERLAP, ...QUANTITIES } },
  { set: 're3d', file: 'train-ok/re3d', flags: ['--names', '--alt'], measures: OVERLAP },
  { set: 'polnear', file: 'eval-only/polnear', measures: statements('quotesReported') },
  { set: 'tempeval3', file: 'eval-only/tempeval3', measures: DATES },
  {
    set: 'redocred',
    file: 'train-ok/redocred',
    measures: {
      'alias links, precision': by((r) => r.corefOverlap.aliasLinks.p),
      'alias links, recall': by((r) => r.corefOverlap.aliasLinks.r),
    },
  },
  { set: 'claimbuster', file: 'eval-only/claimbuster', measures: { 'check-worthy': by((r) => r.claims.f1) } },
];

/** ISO 4217 codes that stand before the amount; none that is an English word in capitals. */
export const CURRENCY_CODES: ReadonlySet<string> = new Set(
  'USD EUR GBP JPY CHF CAD AUD NZD SEK NOK DKK ISK PLN CZK HUF RUB UAH TRY ILS INR PKR BDT LKR CNY RMB HKD SGD TWD KRW THB IDR MYR PHP VND BRL MXN ARS CLP BOB PYG UYU ZAR NGN KES TZS UGX GHS EGP SAR AED QAR KWD JOD IQD AFN'.split(
    ' ',
  ),
);

/** Signs in letters that stand before their amount, with the codes of their currencies. */
export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ['NKr', 'NOK'],
  ['SKr', 'SEK'],
  ['DKr', 'DKK'],
  ['Kč', 'CZK'],
  ['zł', 'PLN'],
]);

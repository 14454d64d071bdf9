import { isBase58Check, isBech32, isIban } from './checksums.ts';
import type { Identifier, IdentifierKind } from './identifier.ts';
import { type Gated, lookFor } from './lookFor.ts';

const IBAN: Gated = {
  gate: /[A-Z]{2}\d{2}/,
  pattern: /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu,
};
const BASE58: Gated = {
  gate: /[13][1-9A-HJ-NP-Za-km-z]{25}/,
  pattern: /(?<![\p{L}\p{N}])[13][1-9A-HJ-NP-Za-km-z]{25,34}(?![\p{L}\p{N}])/gu,
};
const BECH32: Gated = {
  gate: /(?:bc|tb)1/i,
  pattern: /(?<![\p{L}\p{N}])(?:bc|tb)1[02-9ac-hj-np-z]{11,71}(?![\p{L}\p{N}])/giu,
};
const ETHEREUM: Gated = {
  gate: /0x/i,
  pattern: /(?<![\p{L}\p{N}])0x[0-9a-f]{40}(?![\p{L}\p{N}])/giu,
};
const HASH: Gated = {
  gate: /[0-9a-f]{32}/i,
  pattern: /(?<![\p{L}\p{N}])(?:[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32})(?![\p{L}\p{N}])/giu,
};

/** Bank accounts, wallets of Bitcoin and Ethereum, and MD5, SHA-1 and SHA-256 hashes of one line. */
export function findAccounts(line: string): Identifier[] {
  const found: Identifier[] = [];
  const take = (gated: Gated, kind: IdentifierKind, value: (raw: string) => string | null): void => {
    for (const { 0: raw, index } of lookFor(gated, line)) {
      const normal = value(raw);
      if (normal !== null) found.push({ start: index, end: index + raw.length, kind, value: normal });
    }
  };
  take(IBAN, 'iban', (raw) => {
    const compact = raw.replaceAll(' ', '');
    return isIban(compact) ? compact : null;
  });
  take(BASE58, 'wallet', (raw) => (isBase58Check(raw) ? raw : null));
  take(BECH32, 'wallet', (raw) => (isBech32(raw.toLowerCase()) ? raw.toLowerCase() : null));
  take(ETHEREUM, 'wallet', (raw) => raw.toLowerCase());
  take(HASH, 'hash', (raw) => (/\d/.test(raw) && /[a-f]/i.test(raw) ? raw.toLowerCase() : null));
  return found;
}

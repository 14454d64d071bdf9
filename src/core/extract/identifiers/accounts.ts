import { isBase58Check, isBech32, isIban } from './checksums.ts';
import type { Identifier, IdentifierKind } from './identifier.ts';

const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu;
const BASE58 = /(?<![\p{L}\p{N}])[13][1-9A-HJ-NP-Za-km-z]{25,34}(?![\p{L}\p{N}])/gu;
const BECH32 = /(?<![\p{L}\p{N}])(?:bc|tb)1[02-9ac-hj-np-z]{11,71}(?![\p{L}\p{N}])/giu;
const ETHEREUM = /(?<![\p{L}\p{N}])0x[0-9a-f]{40}(?![\p{L}\p{N}])/giu;
const HASH = /(?<![\p{L}\p{N}])(?:[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32})(?![\p{L}\p{N}])/giu;

/** Bank accounts, wallets of Bitcoin and Ethereum, and MD5, SHA-1 and SHA-256 hashes. */
export function findAccounts(text: string): Identifier[] {
  const found: Identifier[] = [];
  const take = (pattern: RegExp, kind: IdentifierKind, value: (raw: string) => string | null): void => {
    for (const { 0: raw, index } of text.matchAll(pattern)) {
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

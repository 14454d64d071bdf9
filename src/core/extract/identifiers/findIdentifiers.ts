import type { Span } from '../../text/span.ts';
import { compareSpans } from '../../text/span.ts';
import type { ArticleDocument } from '../document.ts';
import { findAccounts } from './accounts.ts';
import { findAddresses } from './addresses.ts';
import { findCoordinates } from './coordinates.ts';
import type { Identifier } from './identifier.ts';
import { findPhones } from './phones.ts';
import { findVehicles } from './vehicles.ts';

const FINDERS = [findAddresses, findAccounts, findCoordinates, findPhones, findVehicles];

/**
 * Handles, e-mail, web and IP addresses, phone numbers, coordinates, IBANs, wallets, hashes, plates and ships outside the furniture,
 * in document order, not overlapping. Numbers with a checksum are taken only when it holds. None goes over a line's end.
 * Linear in the text.
 */
export function findIdentifiers({ text, zones }: ArticleDocument): Identifier[] {
  const found: Identifier[] = [];
  for (let from = 0; from < text.length; ) {
    const feed = text.indexOf('\n', from);
    const until = feed < 0 ? text.length : feed;
    const line = text.slice(from, until);
    const here = FINDERS.flatMap((find) => find(line));
    for (const it of here.sort(compareSpans)) found.push({ ...it, start: it.start + from, end: it.end + from });
    from = until + 1;
  }
  const furniture = zones.filter(({ kind }) => kind === 'furniture');
  const kept: Identifier[] = [];
  let zone = 0;
  let end = 0;
  for (const identifier of found) {
    while (zone < furniture.length && (furniture[zone] as Span).end <= identifier.start) zone++;
    const inFurniture = zone < furniture.length && (furniture[zone] as Span).start < identifier.end;
    if (inFurniture || identifier.start < end) continue;
    kept.push(identifier);
    end = identifier.end;
  }
  return kept;
}

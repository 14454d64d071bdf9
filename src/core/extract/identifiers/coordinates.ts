import type { Identifier } from './identifier.ts';
import { type Gated, lookFor } from './lookFor.ts';

const DECIMAL: Gated = {
  gate: /\.\d{3,10}, {0,2}-?\d/,
  pattern: /(?<![\p{L}\p{N}.-])(-?\d{1,2}\.\d{3,10}), {0,2}(-?\d{1,3}\.\d{3,10})(?![\p{L}\p{N}]|\.\d)/gu,
};
const ANGLE = String.raw`(\d{1,3}(?:\.\d{1,8})?) ?[°º] ?(?:(\d{1,2}(?:\.\d{1,6})?) ?['’′] ?)?(?:(\d{1,2}(?:\.\d{1,6})?) ?["”″] ?)?`;
const DEGREES: Gated = {
  gate: /[°º]/,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}.])${ANGLE}([NS])[,;/]? {0,2}${ANGLE}([EWO])(?![\\p{L}\\p{N}])`, 'gu'),
};
const GRID: Gated = {
  gate: /\d{5} ?\d{5}/,
  pattern: /(?<![\p{L}\p{N}])(\d{1,2}[C-HJ-NP-X]) ?([A-HJ-NP-Z]{2}) ?(\d{5}) ?(\d{5})(?![\p{L}\p{N}])/gu,
};

/** Latitude and longitude in decimal degrees or degrees, minutes, seconds, and full MGRS references, of one line. */
export function findCoordinates(line: string): Identifier[] {
  const found: Identifier[] = [];
  const add = (start: number, raw: string, latitude: number, longitude: number): void => {
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return;
    found.push({
      start,
      end: start + raw.length,
      kind: 'coordinates',
      value: `${rounded(latitude)},${rounded(longitude)}`,
    });
  };
  for (const match of lookFor(DECIMAL, line)) add(match.index, match[0], Number(match[1]), Number(match[2]));
  for (const match of lookFor(DEGREES, line)) {
    const latitude = angle(match[1], match[2], match[3]) * (match[4] === 'S' ? -1 : 1);
    const longitude = angle(match[5], match[6], match[7]) * (match[8] === 'E' ? 1 : -1);
    add(match.index, match[0], latitude, longitude);
  }
  for (const match of lookFor(GRID, line)) {
    const value = match.slice(1, 5).join('');
    found.push({ start: match.index, end: match.index + match[0].length, kind: 'coordinates', value });
  }
  return found;
}

function angle(degrees = '0', minutes = '0', seconds = '0'): number {
  return Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
}

/** Six decimals are a tenth of a metre. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

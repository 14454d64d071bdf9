import { sha256 } from '@noble/hashes/sha2.js';

/** ISO 13616: the number made of the rearranged account leaves 1 when divided by 97. */
export function isIban(compact: string): boolean {
  if (compact.length < 15 || compact.length > 34) return false;
  let rest = 0;
  for (const character of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** The last of seven digits is that of the sum of the first six, weighted 7 to 2 (IMO resolution A.1117). */
export function isImoNumber(digits: string): boolean {
  const sum = [...digits.slice(0, 6)].reduce((all, digit, i) => all + Number(digit) * (7 - i), 0);
  return sum % 10 === Number(digits[6]);
}

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** A Bitcoin address of 25 bytes whose last four are the start of the double SHA-256 of the others. */
export function isBase58Check(address: string): boolean {
  let number = 0n;
  for (const character of address) number = number * 58n + BigInt(BASE58.indexOf(character));
  const bytes = new Uint8Array(25);
  for (let i = 24; i >= 0; i--) {
    bytes[i] = Number(number & 0xffn);
    number >>= 8n;
  }
  if (number !== 0n) return false;
  const digest = sha256(sha256(bytes.subarray(0, 21)));
  return [0, 1, 2, 3].every((i) => digest[i] === bytes[21 + i]);
}

const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATORS = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** BIP 173 and BIP 350 (bech32, bech32m); the address in small letters. */
export function isBech32(address: string): boolean {
  const split = address.lastIndexOf('1');
  const prefix = address.slice(0, split);
  const values = [...[...prefix].map((c) => c.charCodeAt(0) >> 5), 0, ...[...prefix].map((c) => c.charCodeAt(0) & 31)];
  for (const character of address.slice(split + 1)) values.push(BECH32.indexOf(character));
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    GENERATORS.forEach((generator, i) => {
      if ((top >>> i) & 1) sum ^= generator;
    });
  }
  return sum === 1 || sum === 0x2bc830a3;
}

import type { Identifier } from './identifier.ts';
import { type Gated, lookFor } from './lookFor.ts';

// Every repeat is bounded or excludes what follows it, so none can run away.
const WEB: Gated = {
  gate: /:\/\/|www\./i,
  pattern: /(?<![\p{L}\p{N}@.])(?:h(?:tt|xx)ps?:\/\/|www\.)[^\s<>"“”«»‘’]{2,2000}/giu,
};
const BARE_HOST: Gated = {
  gate: /\.\]?(?:com|org|net|gov|edu|info|io|int|mil|news|onion)/,
  pattern:
    /(?<![\p{L}\p{N}@./-])[a-z0-9][a-z0-9-]{0,62}(?:(?:\.|\[\.\])[a-z0-9-]{1,63}){0,4}(?:\.|\[\.\])(?:com|org|net|gov|edu|info|io|int|mil|news|onion)(?![\p{L}\p{N}-])(?:\/[^\s<>"“”«»‘’]{0,2000})?/gu,
};
const EMAIL: Gated = {
  gate: /@/,
  pattern: /(?<![\p{L}\p{N}._%+-])[\w.%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}(?![\p{L}\p{N}-])/giu,
};
const HANDLE: Gated = {
  gate: /@/,
  pattern: /(?<![\p{L}\p{N}_@./])@[a-z_][a-z0-9_]{1,29}(?![\p{L}\p{N}_@]|\.[a-z])/giu,
};
const IP: Gated = {
  gate: /\d\.\d/,
  pattern: /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?!\.?\d)/gu,
};
const CLOSERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Web, e-mail, IP addresses and handles of one line; disarmed addresses (hxxp, [.]) get their armed value. */
export function findAddresses(line: string): Identifier[] {
  const found: Identifier[] = [];
  for (const pattern of [WEB, BARE_HOST]) {
    for (const { 0: raw, index } of lookFor(pattern, line)) {
      const address = withoutTail(raw);
      if (address.length < 5) continue;
      found.push({ start: index, end: index + address.length, kind: 'web', value: webValue(address) });
    }
  }
  for (const { 0: raw, index } of lookFor(EMAIL, line)) {
    found.push({ start: index, end: index + raw.length, kind: 'email', value: raw.toLowerCase() });
  }
  for (const { 0: raw, index } of lookFor(HANDLE, line)) {
    found.push({ start: index, end: index + raw.length, kind: 'handle', value: raw.toLowerCase() });
  }
  for (const { 0: raw, index } of lookFor(IP, line)) {
    found.push({ start: index, end: index + raw.length, kind: 'ip', value: raw });
  }
  return found;
}

/** Drops punctuation that ends the sentence rather than the address, and brackets that were opened before it. */
function withoutTail(address: string): string {
  let end = address.length;
  const surplus = new Map<string, number>(); // closing brackets before `end`, less their opening ones
  for (; end > 0; end--) {
    const last = address.charAt(end - 1);
    const opener = CLOSERS[last];
    if (opener === undefined) {
      if (".,;:!?'…*".includes(last)) continue;
      break;
    }
    const more = surplus.get(last) ?? address.split(last).length - address.split(opener).length;
    if (more <= 0) break;
    surplus.set(last, more - 1);
  }
  return address.slice(0, end);
}

function webValue(address: string): string {
  const armed = address.replaceAll('[.]', '.').replace(/^h(?:tt|xx)p/i, 'http');
  const full = /^https?:/i.test(armed) ? armed : `https://${armed}`;
  const hostEnd = full.indexOf('/', full.indexOf('//') + 2);
  if (hostEnd < 0) return full.toLowerCase();
  const path = full.slice(hostEnd);
  return full.slice(0, hostEnd).toLowerCase() + (path === '/' ? '' : path);
}

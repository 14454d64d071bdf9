/** What public lists say about a word or phrase; bits of a 32-bit number. */
export const WORD_FLAGS = {
  country: 1,
  demonym: 2,
  city: 4,
  town: 8,
  region: 16,
  firstName: 32,
  lastName: 64,
  organization: 128,
  organizationWord: 256,
  title: 512,
  calendar: 1024,
  role: 2048,
  placeWord: 4096,
  dictionary: 8192,
  masculine: 16384,
  feminine: 32768,
  brand: 65536,
  language: 131072,
} as const;
export type WordFlag = keyof typeof WORD_FLAGS;
export const FLAG_COUNT = 18;

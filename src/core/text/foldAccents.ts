/** Letters that Unicode does not take apart into a plain letter and a mark. */
const WHOLE: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
  ŧ: 't',
  Ŧ: 'T',
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  þ: 'th',
  Þ: 'Th',
};

/** The text with its letters as an English keyboard writes them: "Kaczyński" and "Łódź" as "Kaczynski" and "Lodz". */
export function foldAccents(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[łŁøØđĐðÐħĦıŧŦßæÆœŒþÞ]/g, (letter) => WHOLE[letter] as string);
}

import { describe, expect, it } from 'vitest';
import { extract, HEAD } from './inParagraph.ts';

/** `voice, source: words` of each claim. */
function voicesIn(prose: string): string[] {
  const text = HEAD + prose;
  const cut = (s: { start: number; end: number } | null) => (s ? text.slice(s.start, s.end) : '-');
  return extract({ text }).claims.map((c) => `${c.voice}, ${cut(c.sourceAt)}: ${cut(c)}`);
}

describe('quoted sentences that no words lead to', () => {
  it('are claims of nobody named, not of the article', () => {
    const found = voicesIn('The band played. “I have never seen so many people in this town.” The lights went out.');
    expect(found).toEqual([
      'outlet, -: The band played',
      'direct, -: I have never seen so many people in this town',
      'outlet, -: The lights went out',
    ]);
  });

  it('are of whom the sentence before tells where they speak in the first person', () => {
    const found = voicesIn('Maria Berg grew up in Bergen. “My mother worked in the fish factory for thirty years.”');
    expect(found).toContain('direct, Maria Berg: My mother worked in the fish factory for thirty years');
  });

  it('are of the speaker of the quoted sentence right before', () => {
    const found = voicesIn(
      '“The bridge is closed until the next week,” Eva Lund said. “Stay away.” “The road is open.”',
    );
    expect(found.filter((claim) => claim.startsWith('outlet'))).toEqual([]);
  });

  it('are of the speaker of the paragraph before that no mark closes', () => {
    const found = voicesIn(
      '‘We came before lunch,’ said Eva Lund. ‘Some had walked for hours.\n\n‘Two did not reach the door.’',
    );
    expect(found).toContain('direct, Eva Lund: Two did not reach the door');
  });

  it('need both of their marks: the number of a footnote opens no speech', () => {
    const found = voicesIn('The bank failed in the spring."1 Its end left the nation without a lender of last resort.');
    expect(found.filter((claim) => !claim.startsWith('outlet'))).toEqual([]);
  });
});

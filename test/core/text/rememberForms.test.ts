import { describe, expect, it } from 'vitest';
import { rememberForms, rememberWords } from '../../../src/core/text/rememberForms.ts';
import { tokenise } from '../../../src/core/text/tokens.ts';
import { wordOf } from '../../../src/core/text/word.ts';

/** Says a form in capitals, and keeps what it was asked for. */
function loud() {
  const asked: string[] = [];
  const say = (form: string) => {
    asked.push(form);
    return form.toUpperCase();
  };
  return { asked, say };
}

describe('what is known of a word form', () => {
  it('is worked out once for all its tokens', () => {
    const { asked, say } = loud();
    const ofWord = rememberWords(say);
    const words = tokenise('ships, more ships').map(({ word }) => ofWord(word));
    expect(words).toEqual(['SHIPS', ',', 'MORE', 'SHIPS']);
    expect(asked).toEqual(['ships', ',', 'more']);
  });

  it('is apart for each that describes', () => {
    const upper = rememberForms((form) => form.toUpperCase());
    const length = rememberForms((form) => form.length);
    expect([upper('quay'), length('quay'), upper('quay')]).toEqual(['QUAY', 4, 'QUAY']);
  });

  it('stays while the form is asked for, and goes when many others were', () => {
    const { asked, say } = loud();
    const of = rememberForms(say);
    of('harbour');
    of('jetty');
    for (let i = 0; i < 50_000; i++) {
      wordOf(`form${i}`);
      if (i % 5000 === 0) of('harbour');
    }
    of('jetty');
    expect(asked).toEqual(['harbour', 'jetty', 'jetty']);
  });

  it('is right for forms that are too long to be kept', () => {
    const length = rememberForms((form) => form.length);
    expect([length('x'.repeat(50)), length('y'.repeat(60))]).toEqual([50, 60]);
  });
});

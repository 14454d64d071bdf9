import { rememberForms } from '../../text/rememberForms.ts';
import { countsOf, type WorthCounts } from './checkworthiness.ts';
import { cuesOf } from './cues.ts';
import { type TopicBits, topicsOf } from './topics.ts';

/** What a word form by itself tells a reader of claims. */
export interface ClaimForm extends TopicBits {
  readonly counts: WorthCounts;
  /** The patterns that may match where the form stands (cues.ts). */
  readonly cues: number;
}

const formOf = rememberForms((form): ClaimForm => {
  const { topics, openTopics } = topicsOf(form);
  return { counts: countsOf(form), cues: cuesOf(form), topics, openTopics };
});

/** The forms of a text in order: its runs of letters, digits, apostrophes and whatever is beyond ASCII. */
export function formsIn(text: string): ClaimForm[] {
  const forms: ClaimForm[] = [];
  for (let i = 0; i < text.length; i++) {
    const start = i;
    while (i < text.length && isInForm(text.charCodeAt(i))) i++;
    if (i > start) forms.push(formOf(text.slice(start, i)));
  }
  return forms;
}

/** The cues that the forms open. */
export function cuesIn(forms: readonly ClaimForm[]): number {
  let cues = 0;
  for (const form of forms) cues |= form.cues;
  return cues;
}

const IN_FORM = Uint8Array.from({ length: 128 }, (_, code) => (/[\w']/.test(String.fromCharCode(code)) ? 1 : 0));

function isInForm(code: number): boolean {
  return code > 127 || IN_FORM[code] === 1;
}

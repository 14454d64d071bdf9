// Writes src/core/lexicon/verbForms.ts: the verb forms of compromise's English lexicon (MIT).
//   npm --prefix training ci && node training/makeVerbForms.mjs
import fs from 'node:fs';
import nlp from 'compromise';

const { lexicon } = nlp.model().one;
const wanted = { PastTense: [], Participle: [], PresentTense: [], Infinitive: [], Gerund: [] };
for (const [word, tag] of Object.entries(lexicon)) {
  const key = Array.isArray(tag) ? tag[0] : tag;
  if (/^[a-z]+$/.test(word) && wanted[key]) wanted[key].push(word);
}
const line = (name, words) => `export const ${name} =\n  '${[...new Set(words)].sort().join(' ')}';\n`;
const past = wanted.PastTense.filter((w) => !w.endsWith('ed'));
fs.writeFileSync(
  new URL('../src/core/lexicon/verbForms.ts', import.meta.url),
  `// Made by training/makeVerbForms.mjs from the lexicon of compromise 14 (MIT). Do not edit.\n\n` +
    `/** Past tenses that do not end in -ed. */\n${line('IRREGULAR_PAST', past)}\n` +
    `/** Past participles that are no past tense. */\n${line(
      'PARTICIPLES',
      wanted.Participle.filter((w) => !w.endsWith('ed')),
    )}\n` +
    `/** Third person singular, where the form is no common noun. */\n${line('PRESENT', wanted.PresentTense)}\n` +
    `/** Base forms that are no common noun. */\n${line('BASE', wanted.Infinitive)}`,
);

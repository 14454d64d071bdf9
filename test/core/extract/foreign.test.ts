import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../../src/core/extract/pipeline.ts';
import { readModels } from '../../../src/node/readModels.ts';

const { extract } = createExtractor({ models: readModels('src/core/lexicon/models') });

const SPANISH = `La alcaldesa Carmen Ortega abre el puente nuevo

La alcaldesa de la ciudad, Carmen Ortega, abrió el puente el 3 de mayo de 2019. Según la ONU, el puente costó 1.200,5 millones de euros, un 35 % más que en 2012. «Estamos muy contentos con el trabajo de todos», dijo Ortega. Unas 8.000 personas llegaron de Madrid para ver la obra.`;
const GERMAN = `Der Hafen der Stadt wird größer

Der Hafen wurde am 3. März 2018 in Hamburg eröffnet und kostete 1,5 Milliarden Euro. „Wir haben lange auf diesen Tag gewartet“, sagte Karl Brandt vor rund 2.000 Menschen. Das Wasser im Becken ist nach Angaben der Leitung sauber, und Brandt freut sich über den Erfolg der Arbeit.`;
const FRENCH = `Le port de la ville devient plus grand

Le port a été ouvert le 14 juillet 2016 et a coûté 250 000 euros, selon la mairie. « Nous avons attendu ce jour pendant longtemps », a dit Marie Lambert devant les habitants de Lyon. Elle est très contente du travail qui a été fait par tous les ouvriers de la ville.`;
const RUSSIAN =
  'Мост через реку открыли третьего мая. Мэр города сказал, что мост стоил очень дорого и что люди довольны работой строителей. «Мы долго ждали этого дня», сказал он жителям города на площади.';

function found(text: string) {
  const { language, entities, mentions, figures, times, quotations, claims, relations, notices } = extract({ text });
  const names = mentions.map(({ start, end, entity }) => `${entities[entity]?.type} ${text.slice(start, end)}`);
  return {
    language,
    names: [...new Set(names)],
    figures: figures.map((f) => [text.slice(f.start, f.end), f.value, f.unit]),
    times: times.map((t) => [text.slice(t.start, t.end), t.edtf]),
    quotations: quotations.map((q) => text.slice(q.start, q.end)),
    claims: claims.length + relations.length,
    notice: notices[0] ?? '',
  };
}

describe('a text in another language', () => {
  it('Spanish: names, dates, figures and quotations, in their own way of writing', () => {
    expect(found(SPANISH)).toMatchObject({
      language: 'es',
      names: ['person Carmen Ortega', 'organization ONU', 'person Ortega', 'location Madrid'],
      figures: [
        ['1.200,5 millones de euros', 1_200_500_000, 'EUR'],
        ['35 %', 35, 'percent'],
        ['8.000', 8000, null],
      ],
      times: [
        ['3 de mayo de 2019', '2019-05-03'],
        ['2012', '2012'],
      ],
      quotations: ['Estamos muy contentos con el trabajo de todos'],
    });
  });

  it('German: no noun is a name for its capital', () => {
    expect(found(GERMAN)).toMatchObject({
      language: 'de',
      names: ['location Hamburg', 'person Karl Brandt', 'person Brandt'],
      figures: [
        ['1,5 Milliarden Euro', 1_500_000_000, 'EUR'],
        ['2.000', 2000, null],
      ],
      times: [['3. März 2018', '2018-03-03']],
      quotations: ['Wir haben lange auf diesen Tag gewartet'],
    });
  });

  it('French: spaces in numbers and inside the marks', () => {
    expect(found(FRENCH)).toMatchObject({
      language: 'fr',
      names: ['person Marie Lambert', 'location Lyon'],
      figures: [['250 000 euros', 250_000, 'EUR']],
      times: [['14 juillet 2016', '2016-07-14']],
    });
  });

  it.each([
    ['Spanish', SPANISH],
    ['German', GERMAN],
    ['French', FRENCH],
    ['', RUSSIAN],
  ])('%s is named in the notice, and no claim is made up', (name, text) => {
    const { claims, notice } = found(text);
    expect(claims).toBe(0);
    expect(notice).toContain(`seems to be in ${name}`);
  });
});

// What two well-known libraries find in the same documents, as predicted lines of the scorer.
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../ensureInstalled.mjs';

const require = createRequire(path.join(root, 'training/package.json'));

/** @typedef {(document: { id: string, text: string, dct?: string }) => object} Peer */

/**
 * compromise with compromise-dates: people, places and organizations, dates, figures and quotations.
 * @returns {Peer}
 */
export function createCompromise() {
  const nlp = require('compromise');
  nlp.plugin(require('compromise-dates'));
  const spans = (view) =>
    view.json({ offset: true }).map(({ terms, ...rest }) => {
      const [first, last] = [terms[0].offset, terms.at(-1).offset];
      return { ...rest, start: first.start, end: last.start + last.length };
    });
  const typed = (view, type) => spans(view).map(({ start, end }) => ({ start, end, type }));
  return ({ id, text, dct }) => {
    const doc = nlp(text);
    return {
      id,
      entities: [
        ...typed(doc.people(), 'PERSON'),
        ...typed(doc.places(), 'LOCATION'),
        ...typed(doc.organizations(), 'ORG'),
        ...typed(doc.numbers(), 'QUANTITY'),
        ...dates(doc, spans, dct),
      ],
      quotes: spans(doc.quotations()).map(({ start, end }) => ({
        start,
        end,
        speaker: null,
        cue: null,
        kind: 'direct',
      })),
      claims: [],
    };
  };
}

function dates(doc, spans, dct) {
  try {
    return spans(doc.dates({ timezone: 'UTC', ...(dct ? { today: dct } : {}) })).map(({ start, end, dates: found }) => {
      const value = found?.start?.slice(0, 10);
      return { start, end, type: 'DATE', ...(value ? { value } : {}) };
    });
  } catch (error) {
    // compromise-dates throws on some words, such as "a third-quarter loss".
    if (error instanceof TypeError) return [];
    throw error;
  }
}

const WINK_TYPES = {
  DATE: 'DATE',
  DURATION: 'DATE',
  TIME: 'TIME',
  MONEY: 'MONEY',
  PERCENT: 'PERCENT',
  CARDINAL: 'QUANTITY',
};

/**
 * wink-nlp with its English web model: its entities, and runs of proper nouns as names without a type.
 * @returns {Peer}
 */
export function createWink() {
  const wink = require('wink-nlp')(require('wink-eng-lite-web-model'));
  const { its } = wink;
  return ({ id, text }) => {
    const doc = wink.readDoc(text);
    const words = doc.tokens().out(its.value);
    const gaps = doc.tokens().out(its.precedingSpaces);
    const tags = doc.tokens().out(its.pos);
    const starts = [];
    let end = 0;
    words.forEach((word, index) => {
      starts.push(end + gaps[index].length);
      end = starts[index] + word.length;
    });
    const over = (first, last, type) => ({ start: starts[first], end: starts[last] + words[last].length, type });
    const entities = [];
    doc.entities().each((entity) => {
      const [first, last] = entity.out(its.span);
      const type = WINK_TYPES[entity.out(its.type)];
      if (type) entities.push(over(first, last, type));
    });
    for (let index = 0; index < words.length; index += 1) {
      if (tags[index] !== 'PROPN') continue;
      const first = index;
      while (tags[index + 1] === 'PROPN') index += 1;
      entities.push(over(first, index, '*'));
    }
    return { id, entities, quotes: [], claims: [] };
  };
}

import { ACCIDENT_FIELDS } from './accidentFields.ts';
import { CRIME_FIELDS } from './crimeFields.ts';
import type { Field } from './field.ts';
import { HEALTH_FIELDS } from './healthFields.ts';
import { STATES } from './states.ts';

/** How alike the words around two states must be: a door and a shop can both be shut. */
const OF_ONE_THING = 0.08;

/** All fields: common words of English, those that news uses. */
export const FIELDS: readonly Field[] = [
  ...CRIME_FIELDS,
  ...ACCIDENT_FIELDS,
  ...HEALTH_FIELDS,
  ...STATES.map((values) => ({ name: Object.keys(values).join(' or '), least: OF_ONE_THING, values })),
];

import type { EntityType } from '../src/core/model/types.ts';

/** How the annotated sets write the types. */
export const TYPE_CODES: Readonly<Record<EntityType, string>> = {
  person: 'PERSON',
  organization: 'ORG',
  location: 'LOCATION',
  group: 'GROUP',
  event: 'EVENT',
  work: 'WORK',
  product: 'PRODUCT',
  weapon: 'WEAPON',
  identifier: 'IDENTIFIER',
  other: 'OTHER',
};

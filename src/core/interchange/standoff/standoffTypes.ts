import type { EntityType } from '../../model/types.ts';

/** How standoff lines and the annotated sets write the types. */
export const STANDOFF_TYPES: Readonly<Record<EntityType, string>> = {
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

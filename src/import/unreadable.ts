/** Why a file cannot be imported, as a sentence that says what to do. */
export class Unreadable extends Error {}

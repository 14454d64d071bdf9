/** Values of one kind of which a report gives one: two articles on one event that give two contradict each other. */
export interface Field {
  /** The question, for people. */
  readonly name: string;
  /** How alike the words around must be (cosine), where each of the two articles names one value only. */
  readonly least: number;
  /** A word that must stand in the sentence. */
  readonly cue?: RegExp;
  /**
   * Words and phrases by value; all forms that differ by more than an "s" are listed.
   * What is too general to exclude another value ("gun", "vehicle") is not listed.
   */
  readonly values: Readonly<Record<string, string>>;
}

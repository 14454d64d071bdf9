/** Takes the features of one choice: a tag and up to three numbers each. */
export interface Sink {
  add(tag: number, a: number, b?: number, c?: number): void;
}

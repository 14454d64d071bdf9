declare module 'edtf' {
  /** Milliseconds since 1970-01-01 UTC of the first and the last moment that a value covers. @throws Error when it cannot be read. */
  export default function edtf(value: string): { readonly min: number; readonly max: number };
}

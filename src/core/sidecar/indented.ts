/** JSON whose lines after the first begin with `margin`; line feeds inside of strings are escaped. */
export const indented = (value: unknown, margin: string) =>
  JSON.stringify(value, null, 2).replaceAll('\n', `\n${margin}`);

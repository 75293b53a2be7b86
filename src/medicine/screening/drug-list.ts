/** Placeholder of the type while the list is being written. */
export type DrugList = { readonly version: string };

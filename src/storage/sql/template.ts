/**
 * A query built once and asked many times. Kysely builds and writes out the SQL at the first use with a slot for every
 * value; each use after that only puts values into the slots, so a query costs no building and databases know its text.
 */
import type { CompiledQuery } from 'kysely';

/** What can stand in a slot. */
export type Value = string | number | null | Uint8Array;

type Built<R> = { readonly compile: () => CompiledQuery<R> };

export type Template<P, R> = {
  (given: P): CompiledQuery<R>;
  /** SQL text, for a test that reads them all. */
  readonly sql: () => string;
};

class Slot {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** A template of the query that `build` makes of its slots; `build` must not look into them. */
export function template<P extends Readonly<Record<string, Value>>, R>(build: (slots: P) => Built<R>): Template<P, R> {
  let compiled: CompiledQuery<R> | undefined;
  const once = (): CompiledQuery<R> => {
    compiled ??= build(new Proxy({}, { get: (_, name) => new Slot(String(name)) }) as P).compile();
    return compiled;
  };
  const fill = (given: P): CompiledQuery<R> => {
    const query = once();
    const parameters = query.parameters.map((value) => (value instanceof Slot ? given[value.name] : value));
    return { ...query, parameters };
  };
  return Object.assign(fill, { sql: () => once().sql });
}

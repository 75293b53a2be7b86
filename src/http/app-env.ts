/** What does every request carry through the frame? Nothing here names a person or a case in a form that is logged. */
import type { HttpBindings } from '@hono/node-server';
import type { Language } from '../../web/kit/words/language.ts';

export type AppEnv = {
  /** Missing where no socket stands behind the request, as in a test. */
  readonly Bindings: Partial<HttpBindings>;
  readonly Variables: {
    /** A UUID of this request, in the answer, the log and every problem. */
    id: string;
    /** In which sentences are told. */
    language: Language;
    /** Pattern of the route that took it. */
    route: string | undefined;
    /** Places of a fault, for the log. */
    fault: string | undefined;
  };
};

/** The part of papaparse this house uses; its published types would bring Node's globals into pure code. */
declare module 'papaparse/papaparse.min.js' {
  const Papa: {
    readonly parse: (
      text: string,
      config: { readonly delimiter: string; readonly newline: '\n'; readonly skipEmptyLines: false },
    ) => {
      readonly data: string[][];
      readonly errors: readonly { readonly code: string; readonly row?: number }[];
    };
    readonly unparse: (
      rows: readonly (readonly string[])[],
      config: { readonly delimiter: string; readonly newline: '\n' },
    ) => string;
  };
  export default Papa;
}

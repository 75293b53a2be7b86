/**
 * Reads TypeScript just far enough to tell code from comments and strings, so that a rule about code is not broken by a
 * sentence about code. Not a parser: what it cannot tell apart (an apostrophe in a page's text) ends with the line.
 */

export type Scan = {
  /** The text without comments; every string is `"§n"`, n its place in `strings`; regular expressions are `/§/`. */
  readonly code: string;
  readonly strings: readonly string[];
};

const BEFORE_REGEX = /(?:^|[([{,;=:!&|?+\-*%<>~^]|\b(?:return|typeof|case|in|of|do|else|void|yield|await))$/;

/** Splits a source text into code and strings. Code inside `${}` of a template stays code. */
export function scan(text: string): Scan {
  const strings: string[] = [];
  let code = '';
  let at = 0;
  const keep = (value: string): void => {
    code += `"§${strings.push(value) - 1}"`;
  };

  /** Copies code until `end` closes the level it was called on, or until the text ends. */
  const copy = (end: string | undefined): void => {
    let depth = 0;
    while (at < text.length) {
      const c = text[at] as string;
      if (c === end && depth === 0) return;
      if (c === '{') depth++;
      if (c === '}') depth--;
      if (text.startsWith('//', at)) at = before('\n');
      else if (text.startsWith('/*', at)) at = before('*/') + 2;
      else if (c === "'" || c === '"') quoted(c);
      else if (c === '`') template();
      else if (c === '/' && BEFORE_REGEX.test(code.trimEnd())) regex();
      else {
        code += c;
        at++;
      }
    }
  };
  const before = (mark: string): number => {
    const found = text.indexOf(mark, at + (mark === '*/' ? 2 : 0));
    return found < 0 ? text.length : found;
  };
  const quoted = (quote: string): void => {
    let value = '';
    for (at++; at < text.length && text[at] !== quote && text[at] !== '\n'; at++) {
      if (text[at] === '\\') at++;
      value += text[at] ?? '';
    }
    if (text[at] === quote) at++;
    keep(value);
  };
  const template = (): void => {
    let value = '';
    for (at++; at < text.length && text[at] !== '`'; ) {
      if (text.startsWith('${', at)) {
        at += 2;
        code += ' ';
        copy('}');
        at++;
        continue;
      }
      if (text[at] === '\\') at++;
      value += text[at] ?? '';
      at++;
    }
    at++;
    keep(value);
  };
  const regex = (): void => {
    let inClass = false;
    for (at++; at < text.length && text[at] !== '\n' && (inClass || text[at] !== '/'); at++) {
      if (text[at] === '\\') at++;
      else if (text[at] === '[') inClass = true;
      else if (text[at] === ']') inClass = false;
    }
    if (text[at] === '/') at++;
    code += '/§/';
  };

  copy(undefined);
  return { code, strings };
}

export type Import = {
  readonly from: string;
  /** Imported or re-exported names; '*' for the whole of it; empty for a bare import. */
  readonly names: readonly string[];
  readonly typeOnly: boolean;
};

/** Every import, re-export, dynamic import and `new URL(…, import.meta.url)`; a computed one has `from` '?'. */
export function importsOf({ code, strings }: Scan): readonly Import[] {
  const at = (n: string | undefined): string => strings[Number(n)] ?? '?';
  const clauses = [...code.matchAll(/\b(?:import|export)\s+(type\s+)?([\w*{][^;"=()]*?)\s*from\s*"§(\d+)"/g)];
  const bare = [...code.matchAll(/\bimport\s*"§(\d+)"/g)];
  const called = [...code.matchAll(/\b(?:import|require)\s*\(\s*(?:"§(\d+)"\s*\))?/g)];
  const urls = [...code.matchAll(/\bnew\s+URL\(\s*"§(\d+)"\s*,\s*import\.meta\.url/g)];
  return [
    ...clauses.map((m) => ({ from: at(m[3]), names: namesIn(m[2] ?? ''), typeOnly: m[1] !== undefined })),
    ...bare.map((m) => ({ from: at(m[1]), names: [], typeOnly: false })),
    ...called.map((m) => ({ from: at(m[1]), names: ['*'], typeOnly: false })),
    ...urls.map((m) => ({ from: at(m[1]), names: [], typeOnly: false })),
  ];
}

/** "{ a, type b as c }", "* as x", "d": the names as the other file exports them. */
function namesIn(clause: string): readonly string[] {
  if (clause.includes('*')) return ['*'];
  const inBraces = /\{([^}]*)\}/.exec(clause)?.[1] ?? '';
  const named = inBraces.split(',').map(
    (part) =>
      part
        .replace(/^\s*type\s+/, '')
        .trim()
        .split(/\s+/)[0] ?? '',
  );
  const standard = /^\s*\w/.test(clause) ? ['default'] : [];
  return [...standard, ...named.filter((name) => name !== '')];
}

/** The interface as a page to read: made on the server from the OpenAPI document, without a script and without a stranger. */
import { createHash } from 'node:crypto';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { docsWords } from '../../web/kit/words/en/http.ts';
import type { AppEnv } from './app-env.ts';
import { operationsOf } from './openapi.ts';
import { TAGS } from './route.ts';

const STYLE = `:root{color-scheme:light dark;font:18px/1.5 system-ui,sans-serif}body{max-width:60rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.75rem}h2{margin-top:2.5rem}section section{border-top:1px solid;padding:1rem 0}h3{font-size:1rem;margin:0 0 .25rem}
code,pre{font-family:ui-monospace,monospace;font-size:.9rem}pre{overflow-x:auto;border:1px solid;border-radius:10px;padding:1rem}
nav ul{padding-left:1.25rem}summary{cursor:pointer;min-height:1.75rem}p{margin:.25rem 0 .75rem;max-width:65ch}`;

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

type Operation = ReturnType<typeof operationsOf>[number];

/** Adds the page at /docs. */
export function addDocsPage(app: OpenAPIHono<AppEnv>): void {
  let page: string | undefined;
  app.get('/docs', (c) => {
    c.set('route', '/docs');
    page ??= pageOf(operationsOf(app));
    return c.html(page, 200, { 'content-security-policy': POLICY });
  });
}

function pageOf(operations: readonly Operation[]): string {
  const groups = TAGS.map((tag) => ({ tag, own: operations.filter(({ operation }) => operation.tags?.includes(tag)) }));
  const filled = groups.filter(({ own }) => own.length > 0);
  const links = filled.map(({ tag }) => `<li><a href="#${anchor(tag)}">${escaped(tag)}</a></li>`).join('');
  const sections = filled
    .map(
      ({ tag, own }) => `<section id="${anchor(tag)}"><h2>${escaped(tag)}</h2>${own.map(sectionOf).join('')}</section>`,
    )
    .join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(docsWords.title)}</title><style>${STYLE}</style></head><body>
<main><h1>${escaped(docsWords.title)}</h1><p>${escaped(docsWords.intro)}</p>
<p><a href="/openapi.json">${escaped(docsWords.document)}</a></p>
<nav aria-label="${escaped(docsWords.groups)}"><ul>${links}</ul></nav>
${sections}</main></body></html>`;
}

function sectionOf({ path, method, operation }: Operation): string {
  const { summary = '', description, requestBody, responses, parameters, security } = operation;
  const asked = requestBody && 'content' in requestBody ? requestBody.content['application/json']?.schema : undefined;
  const done = Object.entries(responses ?? {}).find(([status]) => status.startsWith('2'));
  const answer = done?.[1].content?.['application/json']?.schema;
  const query = (parameters ?? []).filter((each) => 'in' in each && each.in === 'query');
  const parts = [
    `<h3 id="${escaped(operation.operationId ?? '')}"><code>${method.toUpperCase()} ${escaped(path)}</code></h3>`,
    `<p>${escaped(summary)}${description ? ` ${escaped(description)}` : ''}</p>`,
    `<p>${escaped((security ?? []).length > 0 ? docsWords.signedIn : docsWords.anyone)}</p>`,
    ...(query.length > 0 ? [shown(docsWords.query, query)] : []),
    ...(asked ? [shown(docsWords.body, asked)] : []),
    ...(answer ? [shown(docsWords.answer(done?.[0] ?? ''), answer)] : [`<p>${escaped(docsWords.nothing)}</p>`]),
  ];
  return `<section>${parts.join('')}</section>`;
}

const shown = (title: string, value: unknown): string =>
  `<details><summary>${escaped(title)}</summary><pre tabindex="0">${escaped(JSON.stringify(value, undefined, 2))}</pre></details>`;

const anchor = (tag: string): string => tag.toLowerCase().replaceAll(/[^a-z]+/g, '-');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

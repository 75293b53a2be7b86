/**
 * What a reader can follow in a Markdown text: its links and the `titrial` lines of its ```sh blocks. Refuses an example
 * that needs a shell to be understood, so that every example runs the same everywhere.
 */

/** Relative link and image targets, without anchors; outside addresses and anchors alone are left out. */
export function linksIn(markdown: string): readonly string[] {
  const prose = markdown.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)]
    .map(([, target = '']) => target.replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/i.test(target));
}

/** Lines that start with `titrial ` in ```sh blocks, in order. */
export function examplesIn(markdown: string): readonly string[] {
  const blocks = [...markdown.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, body = '']) => body);
  return blocks.flatMap((body) => body.split('\n').filter((line) => line.startsWith('titrial ')));
}

/** Arguments of an example, quotes resolved. @throws RangeError on pipes, redirections, variables and the like. */
export function argumentsOf(example: string): readonly string[] {
  const plain = example.replace(/\s+#.*$/, '');
  if (/[|&;<>$`\\*]/.test(plain)) throw new RangeError(`an example must run without a shell: ${example}`);
  return [...plain.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((m) => m[1] ?? m[2] ?? m[3] ?? '').slice(1);
}

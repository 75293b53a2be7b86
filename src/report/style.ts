/** The style sheet of the exported page: light and dark, screen and paper, from the charts' own colours. */
import { colourTokens } from '../chart/standalone.ts';

/** CSS text without anything fetched from elsewhere. */
export function reportStyle(): string {
  return `:root{color-scheme:light dark;${colourTokens('light')}}
@media (prefers-color-scheme:dark){:root{${colourTokens('dark')}}}
body{margin:0;background:var(--chart-ground);color:var(--chart-ink);font:18px/1.5 'Atkinson Hyperlegible',system-ui,sans-serif}
main{max-width:680px;margin:0 auto;padding:16px 10px}
h1{font-size:28px;line-height:1.2}h2{font-size:22px;margin-top:40px;border-top:1px solid var(--chart-hairline);padding-top:16px}h3{font-size:18px;margin-top:32px}
p,li{max-width:65ch}.sentence{font-size:22px;line-height:1.4}
.quiet,footer{color:var(--chart-quiet);font-size:16px}.hash{overflow-wrap:anywhere}
.mark{border:1px solid var(--chart-quiet);border-radius:10px;padding:8px 12px}
figure{margin:24px 0}svg{display:block;max-width:100%;height:auto}.narrow{display:none}
summary{min-height:44px;display:flex;align-items:center;cursor:pointer;text-decoration:underline;font-size:16px}
.scroll{overflow-x:auto}table{border-collapse:collapse;font-size:16px}th,td{text-align:left;padding:6px 12px 6px 0;border-bottom:1px solid var(--chart-hairline);vertical-align:top}
th[scope=row]{font-weight:normal}
@media (max-width:700px){.wide{display:none}.narrow{display:block}}
@media print{body{font-size:11pt;background:none}.sentence{font-size:13pt}details{display:none}section{break-inside:auto}figure{break-inside:avoid}}`;
}

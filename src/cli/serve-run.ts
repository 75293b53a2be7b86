/**
 * What does `titrial serve` do? The analysis desk and the clinic's record on one port. Serves this machine only unless told
 * otherwise, opens the data of one installation and no other, and ends by Ctrl+C with everything written and closed.
 */
import { renderUnicodeCompact } from 'uqr';
import * as words from '../../web/kit/words/en/serve.ts';
import { ok, type Result } from '../base/result.ts';
import { deskApp, doorApp, workApp } from '../http/app.ts';
import { clinicApp } from '../http/clinic-app.ts';
import { demonstrationApp } from '../http/demonstration-app.ts';
import { type Log, lineOf } from '../http/log.ts';
import { type PageFault, type PageFiles, readPageFiles } from '../http/page-files.ts';
import { type RunningServer, startServer } from '../http/server.ts';
import { type App, type Site, siteApp } from '../http/site.ts';
import { prepareInstallation } from '../service/set-up.ts';
import { openDemonstration, type RunningDemonstration } from './demonstration.ts';
import { type Installation, openInstallation } from './installation.ts';
import { type Configuration, type RawConfiguration, readConfiguration } from './serve-options.ts';
import { type ServingPorts, servingPorts, type Trouble } from './serving-ports.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** What a person typed is 2; the world is 3. */
const REFUSED: readonly words.ServeFault['code'][] = [
  ...(['port-unreadable', 'option-unreadable', 'switch-unreadable', 'database-unreadable'] as const),
  ...(['origin-missing', 'origin-unreadable', 'origin-not-https'] as const),
];

/** Where each built page lies. */
export type PageFolders = Readonly<Record<PageName, string>>;
export type PageName = 'desk' | 'door' | 'patient' | 'clinic';

/** Runs until interrupted, or ends at once with a sentence. */
export async function serve(raw: RawConfiguration, terminal: Terminal, folders: PageFolders): Promise<void> {
  const refuse = (fault: words.ServeFault): void => {
    terminal.complain(words.serveFaultSentence(fault));
    terminal.endWith(exitOf(fault));
  };
  const configuration = readConfiguration(raw);
  if (!configuration.ok) return refuse(configuration.error);
  const pages = readPages(folders);
  if (!pages.ok) return refuse(pages.error);
  // The port is had before the data is touched: a second start of the same server then says so and changes nothing.
  const gate = openGate();
  const server = await startServer(gate, configuration.value.port, configuration.value.host);
  if (!server.ok) return refuse(server.error);
  const installation = await openInstallation(configuration.value, 'make');
  if (!installation.ok) {
    await server.value.close(0);
    return refuse(installation.error);
  }
  await run(
    { terminal, gate, pages: pages.value, server: server.value, installation: installation.value },
    configuration.value,
  );
}

/** The pages of daily work stand twice where there is a demonstration. */
type Pages = Omit<Site, 'api' | 'demonstration'> & { readonly demonstrated: Pick<Site, 'patient' | 'clinic'> };

function readPages(folders: PageFolders): Result<Pages, PageFault> {
  const read = (name: PageName): Result<PageFiles, PageFault> => readPageFiles(folders[name]);
  const [desk, door, patient, clinic] = [read('desk'), read('door'), read('patient'), read('clinic')];
  if (!desk.ok) return desk;
  if (!door.ok) return door;
  if (!patient.ok) return patient;
  if (!clinic.ok) return clinic;
  const { notFound } = words;
  return ok({
    desk: deskApp(desk.value, notFound),
    door: doorApp(door.value, notFound),
    patient: workApp(patient.value, '/app/', notFound),
    clinic: workApp(clinic.value, '/clinic/', notFound),
    demonstrated: {
      patient: workApp(patient.value, '/demo/app/', notFound),
      clinic: workApp(clinic.value, '/demo/clinic/', notFound),
    },
  });
}

/** Answers that the server is starting until it has an application. */
function openGate(): App & { open: (app: App) => void } {
  let inside: App | undefined;
  return {
    fetch: (request, env) =>
      inside
        ? inside.fetch(request, env)
        : new Response(words.starting, { status: 503, headers: { 'retry-after': '1' } }),
    open: (app) => {
      inside = app;
    },
  };
}

type Parts = {
  readonly terminal: Terminal;
  readonly gate: ReturnType<typeof openGate>;
  readonly pages: Pages;
  readonly server: RunningServer;
  readonly installation: Installation;
};

async function run(parts: Parts, configuration: Configuration): Promise<void> {
  const { terminal, gate, pages, server, installation } = parts;
  const shown = server.url.replace(/127\.0\.0\.1|\[::1\]/, 'localhost');
  const origin = configuration.origin ?? shown;
  const serving = await servingPorts(installation, configuration, origin, (what) => terminal.complain(TROUBLE[what]));
  let stopping = false;
  const { metricsToken, trustProxy } = configuration;
  const log: Log = (line) => void (line.level !== 'info' && process.stderr.write(`${lineOf(line)}\n`));
  const isStopping = (): boolean => stopping;
  const clinic = clinicApp(serving.ports, {
    ...{ log, isStopping, queueLength: serving.queueLength },
    trustProxy,
    ...(metricsToken === undefined ? {} : { metricsToken }),
  });
  const first = await prepareInstallation(serving.ports);
  const { analysts, typesetter } = serving.ports;
  const shownToAll = configuration.demonstration
    ? openDemonstration({ origin, analysts, typesetter, log, isStopping })
    : undefined;
  gate.open(siteOf(pages, clinic, shownToAll));
  serving.start();
  // Before anything is said: whoever reads it may stop us at once.
  onStop(terminal, () => {
    stopping = true;
    return stop(server, serving, installation, shownToAll);
  });
  terminal.print(words.serving(origin, placeName(configuration)));
  if (first.state === 'waiting') terminal.print(invitationText(`${origin}${first.link.path}`));
}

function siteOf({ demonstrated, ...pages }: Pages, api: App, demonstration: RunningDemonstration | undefined): App {
  if (!demonstration) return siteApp({ ...pages, api });
  const below = demonstrationApp({ ...demonstrated, api: demonstration.api, otherwise: pages.door });
  return siteApp({ ...pages, api, demonstration: below });
}

const TROUBLE: Readonly<Record<Trouble, string>> = {
  anchor: words.anchorFailed,
  finding: words.findingFailed,
  sweep: words.sweepFailed,
};

/** A database by its name alone: its address may hold a password. */
function placeName({ data, database }: Configuration): string {
  return database === undefined ? data : (/\/([^/?]+)(?:\?|$)/.exec(database)?.[1] ?? 'PostgreSQL');
}

function invitationText(link: string): string {
  const text = words.setUpInvitation(link);
  return process.stdout.isTTY ? `${text}\n\n${renderUnicodeCompact(link)}` : text;
}

/** Requests first, so that nothing new is decided; then what works unasked; then the last anchor; then the data. */
async function stop(
  server: RunningServer,
  serving: ServingPorts,
  { storage }: Installation,
  demonstration: RunningDemonstration | undefined,
): Promise<void> {
  await server.close();
  await demonstration?.stop();
  await serving.stop();
  await storage.close();
}

/** The first signal ends in order, the second at once. */
function onStop(terminal: Terminal, end: () => Promise<void>): void {
  let asked = false;
  const heard = (): void => {
    if (asked) process.exit(130);
    asked = true;
    terminal.complain(words.stopping);
    void end().then(() => terminal.print(words.stopped));
  };
  process.on('SIGINT', heard);
  process.on('SIGTERM', heard);
}

const exitOf = ({ code }: words.ServeFault): ExitCode => (REFUSED.includes(code) ? 2 : 3);

/** A worker thread of Node that invents a journey, analyses it and gives the answer back as text. */
import { parentPort, workerData } from 'node:worker_threads';
import { analyseDiary } from '../../src/analysis/analyse.ts';
import { type JourneyName, simulateJourney } from '../../src/analysis/journey.ts';
import type { Settings } from '../../web/desk/protocol.ts';

const { name, settings }: { readonly name: JourneyName; readonly settings: Settings } = workerData;
parentPort?.postMessage(JSON.stringify(analyseDiary({ diary: simulateJourney(name).diary, ...settings }), null, 1));

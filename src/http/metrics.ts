/**
 * What is counted? Requests by route pattern and class of status, entries taken and refused, troubles of the store, and
 * the process itself. Counts carry no person, no case and no address (H16).
 */
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = {
  readonly request: (method: string, route: string, status: number, seconds: number) => void;
  readonly appended: (events: number) => void;
  readonly entryRefused: (code: string) => void;
  readonly storageTrouble: (trouble: string) => void;
  /** Prometheus text. */
  readonly text: () => Promise<string>;
  readonly type: string;
};

/** A set of counters of its own, so that two servers in one process do not count together. */
export function createMetrics(queueLength: () => number): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Histogram({
    name: 'titrial_request_seconds',
    help: 'Time to answer a request.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const appended = new Counter({ name: 'titrial_events_appended_total', help: 'Events of devices taken.', registers });
  const refused = new Counter({
    name: 'titrial_entries_refused_total',
    help: 'Events of devices refused, by code.',
    labelNames: ['code'],
    registers,
  });
  const troubles = new Counter({
    name: 'titrial_storage_errors_total',
    help: 'Troubles of the store.',
    labelNames: ['trouble'],
    registers,
  });
  gauge(registers, 'titrial_finding_queue_length', 'Findings waiting to be computed.', queueLength);
  gauge(registers, 'process_resident_memory_bytes', 'Resident memory.', () => process.memoryUsage.rss());
  gauge(registers, 'nodejs_heap_used_bytes', 'Heap in use.', () => process.memoryUsage().heapUsed);
  gauge(registers, 'process_uptime_seconds', 'Time since the process began.', () => process.uptime());
  return {
    request: (method, route, status, seconds) =>
      requests.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds),
    appended: (events) => appended.inc(events),
    entryRefused: (code) => refused.inc({ code }),
    storageTrouble: (trouble) => troubles.inc({ trouble }),
    text: () => registry.metrics(),
    type: registry.contentType,
  };
}

function gauge(registers: Registry[], name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers,
    collect() {
      this.set(read());
    },
  });
}

/** Planted leaks below the interface: in stores, keys, chance, the typesetter, the log and the time it takes. */
import { idFrom } from '../../../src/base/ids.ts';
import { NO_DOSE } from '../../../src/medicine/dose.ts';
import { type LedgerStore, StorageError } from '../../../src/records/ports.ts';
import type { Ports } from '../../../src/service/ports.ts';
import type { Plant, Secret } from '../side.ts';
import { isDrug, type Planted } from './planted.ts';

/** Changes one port. */
function inPort<K extends keyof Ports>(
  name: K,
  change: (port: Ports[K], secret: Secret, all: Ports) => Partial<Ports[K]>,
): Plant {
  return {
    ports: (ports, secret) => ({ ...ports, [name]: { ...ports[name], ...change(ports[name], secret, ports) } }),
  };
}

function inLedger(change: (ledger: LedgerStore, secret: Secret, all: Ports) => Partial<LedgerStore>): Plant {
  return inPort('storage', (storage, secret, all) => ({
    ledger: { ...storage.ledger, ...change(storage.ledger, secret, all) },
  }));
}

const LETTERS_A_KIT = 6;
/** Bytes from here on are thrown away when a letter of a kit is drawn. */
const LETTER_LIMIT = 250;

/** The first letter of a kit with the drug is always the same. */
const tellingKits: Plant = inPort('entropy', ({ bytes }, secret) => {
  let letters = 0;
  return {
    bytes: (count) => {
      const drawn = bytes(count);
      const sequence = secret.sequence();
      if (count !== 1 || !sequence || (drawn[0] ?? 0) >= LETTER_LIMIT) return drawn;
      const [place, period] = [letters % LETTERS_A_KIT, Math.floor(letters / LETTERS_A_KIT)];
      letters++;
      return place === 0 && (sequence[period] ?? NO_DOSE) > NO_DOSE ? Uint8Array.of(0) : drawn;
    },
  };
});

const tellingIds: Plant = inPort('entropy', ({ bytes }, secret) => ({
  bytes: (count) => {
    const drawn = bytes(count);
    return count === 10 && isDrug(secret) ? drawn.with(9, (drawn[9] ?? 0) | 1) : drawn;
  },
}));

const pdf = (change: (bytes: Uint8Array) => Uint8Array): Plant =>
  inPort('typesetter', ({ typeset }, secret) => ({
    typeset: async (texts, pages) => (isDrug(secret) ? change(await typeset(texts, pages)) : typeset(texts, pages)),
  }));

/** A row of its own, once. */
const strayFinding: Plant = inLedger(({ append }, secret, { storage }) => ({
  append: async (batch) => {
    const done = await append(batch);
    const { clinic, case: id } = batch;
    if ((secret.sequence()?.[0] ?? NO_DOSE) > NO_DOSE)
      await storage.findings.add({
        ...{ clinic, case: id, finding: idFrom(batch.row.changedAt, new Uint8Array(10)) },
        ...{ diarySeq: 0, dataHash: '0'.repeat(64), revision: 'planted', at: batch.row.changedAt },
        payload: new Uint8Array(40),
      });
    return done;
  },
}));

export const IN_THE_MACHINE: readonly Planted[] = [
  { name: 'codes on the kits', channel: 'body', plant: tellingKits },
  { name: 'names of things', channel: 'body', plant: tellingIds },
  { name: 'a byte of the letter', channel: 'body', plant: pdf((bytes) => bytes.with(bytes.length - 8, 0)) },
  { name: 'length of the letter', channel: 'size', plant: pdf((bytes) => Uint8Array.of(...bytes, 0)) },
  {
    name: 'length of what is sealed to the pharmacy',
    channel: 'stored',
    plant: inPort('pharmacy', ({ sealerFor }, secret) => ({
      sealerFor: (clinic) => {
        const { key, seal } = sealerFor(clinic);
        return { key, seal: (text, about) => `${seal(text, about)}${isDrug(secret) ? 'AAAA' : ''}` };
      },
    })),
  },
  {
    name: 'length of what is sealed on the disk',
    channel: 'stored',
    plant: inPort('vault', ({ seal }, secret) => ({
      seal: (key, text, about) => seal(key, isDrug(secret) ? `${text} ` : text, about),
    })),
  },
  {
    name: 'size of the back-up',
    channel: 'backup',
    onDisk: true,
    plant: inPort('vault', ({ seal }, secret) => ({
      seal: (key, text, about) => seal(key, isDrug(secret) ? `${text}${' '.repeat(40)}` : text, about),
    })),
  },
  {
    name: 'a reading written twice',
    channel: 'stored',
    plant: inPort('storage', ({ access }, secret) => ({
      access: {
        ...access,
        add: async (accesses) => {
          await access.add(accesses);
          if (isDrug(secret)) await access.add(accesses.map((one) => ({ ...one, at: one.at + 1 })));
        },
      },
    })),
  },
  {
    name: 'a word on the row of the case',
    channel: 'stored',
    plant: inLedger(({ append }, secret) => ({
      append: (batch) =>
        append(
          isDrug(secret) ? { ...batch, row: { ...batch.row, attention: [...batch.row.attention, 'tell'] } } : batch,
        ),
    })),
  },
  { name: 'a finding nobody asked for', channel: 'verify', plant: strayFinding },
  {
    name: 'an error for one arm',
    channel: 'status',
    plant: inPort('storage', ({ findings }, secret) => ({
      findings: {
        ...findings,
        list: (...given) => {
          if (isDrug(secret)) throw new StorageError('busy', new Error('planted'));
          return findings.list(...given);
        },
      },
    })),
  },
  {
    name: 'a second look into the store',
    channel: 'work',
    plant: inLedger(({ open }, secret) => ({
      open: async (clinic, id) => {
        if (isDrug(secret)) await open(clinic, id);
        return open(clinic, id);
      },
    })),
  },
  {
    name: 'a word in the log',
    channel: 'log',
    plant: { line: (line, secret) => (isDrug(secret) ? { ...line, route: `${line.route}#a` } : line) },
  },
  {
    name: 'bytes in the log',
    channel: 'log',
    plant: { line: (line, secret) => (isDrug(secret) ? { ...line, bytes: line.bytes + 1 } : line) },
  },
  {
    name: 'a millisecond and a half more',
    channel: 'time',
    plant: { delay: (_, secret) => (isDrug(secret) ? 1.5 : 0) },
  },
];

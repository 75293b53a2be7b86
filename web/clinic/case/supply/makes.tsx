/**
 * Which capsules make the doses ahead exactly, at the least cost or with the fewest capsules? Worked out in the page from the
 * clinic's own prices, which are kept nowhere; a price that looks like a slip of the point is refused (H1, H34).
 */
import { useState } from 'preact/hooks';
import { type Dose, formatDose } from '../../../../src/medicine/dose.ts';
import { STRENGTHS } from '../../../../src/medicine/stock/customary.ts';
import { cheapestSupply, type Need, type Offer, type SupplyTerms } from '../../../../src/medicine/supply.ts';
import { Field, Select } from '../../../kit/part/field.tsx';
import { RowsTable } from '../../../kit/part/rows-table.tsx';
import { doseFrom } from '../view-state.ts';
import { readPrice } from './amount.ts';
import type { SupplyProps } from './supply-tab.tsx';

type Horizon = '30' | '60' | '90' | 'all';
const HORIZONS: readonly Horizon[] = ['30', '60', '90', 'all'];
/** As many as the search can compare. */
const MOST_OFFERS = 14;

export function Makes({ here, words, supply }: SupplyProps) {
  const [horizon, setHorizon] = useState<Horizon>('all');
  const [first, setFirst] = useState<SupplyTerms['first']>('cost');
  const [fee, setFee] = useState('');
  const [prices, setPrices] = useState<Readonly<Record<string, string>>>({});
  const doses = supply.ahead.map(({ dose }) => doseFrom(dose)).filter((dose) => dose > 0);
  if (doses.length === 0) return null;
  const strengths = [...new Set([...doses, ...STRENGTHS])].sort((a, b) => a - b).slice(0, MOST_OFFERS);
  const typed = strengths.flatMap((strength) => {
    const text = (prices[strength] ?? '').trim();
    return text === '' ? [] : [{ strength, price: readPrice(text) }];
  });
  return (
    <section aria-labelledby="makes" class="screen-only">
      <h2 id="makes">{words.makes}</h2>
      <p class="quiet">{words.makesHelp}</p>
      <div class="lead">
        <Select
          {...{ name: 'horizon', label: words.horizon, value: horizon }}
          options={HORIZONS.map((name) => [name, words.horizons[name] ?? name])}
          onInput={(name) => setHorizon(HORIZONS.find((each) => each === name) ?? horizon)}
        />
        <Select
          {...{ name: 'first', label: words.first, value: first }}
          options={[
            ['cost', words.firsts.cost],
            ['units', words.firsts.units],
          ]}
          onInput={(name) => setFirst(name === 'units' ? 'units' : 'cost')}
        />
        <Field {...{ name: 'fee', label: words.fee, value: fee, onInput: setFee, maxLength: 9 }} isOptional />
      </div>
      <fieldset class="choices">
        <legend>{words.prices}</legend>
        <div class="prices">
          {strengths.map((strength) => (
            <Price
              key={strength}
              {...{ strength, words, text: prices[strength] ?? '' }}
              onInput={(text) => setPrices({ ...prices, [strength]: text })}
            />
          ))}
        </div>
      </fieldset>
      <Chosen {...{ here, words, typed, first, fee }} need={needOf(supply.ahead, horizon)} />
    </section>
  );
}

type PriceProps = Pick<SupplyProps, 'words'> & {
  readonly strength: Dose;
  readonly text: string;
  readonly onInput: (text: string) => void;
};

function Price({ words, strength, text, onInput }: PriceProps) {
  const isWrong = text.trim() !== '' && readPrice(text) === undefined;
  return (
    <Field
      {...{ name: `price-${strength}`, label: words.price(strength), value: text, onInput, maxLength: 9 }}
      {...(isWrong ? { fault: words.priceUnreadable } : {})}
      isOptional
    />
  );
}

function needOf(ahead: SupplyProps['supply']['ahead'], horizon: Horizon): readonly Need[] {
  let left = horizon === 'all' ? Number.POSITIVE_INFINITY : Number(horizon);
  return ahead.flatMap(({ dose, days }) => {
    const taken = Math.min(left, days);
    left -= taken;
    return taken > 0 ? [{ dose: doseFrom(dose), days: taken }] : [];
  });
}

type ChosenProps = Pick<SupplyProps, 'here' | 'words'> & {
  readonly typed: readonly { readonly strength: Dose; readonly price: number | undefined }[];
  readonly need: readonly Need[];
  readonly first: SupplyTerms['first'];
  readonly fee: string;
};

function Chosen({ here, words, typed, need, first, fee }: ChosenProps) {
  const offers = typed.filter((offer): offer is Offer => offer.price !== undefined);
  const feePerStrength = fee.trim() === '' ? 0 : readPrice(fee);
  if (offers.length < typed.length || feePerStrength === undefined) return <p role="status">{words.priceUnreadable}</p>;
  if (offers.length === 0) return <p role="status">{words.noPrices}</p>;
  const chosen = cheapestSupply(need, offers, { feePerStrength, mostStrengths: 3, first });
  if (!chosen.ok)
    return (
      <div role="status">
        {chosen.error.map((fault) => (
          <p key={JSON.stringify(fault)}>{words.fault(fault)}</p>
        ))}
      </div>
    );
  const { strengths, capsules, units, cost, makings } = chosen.value;
  const days = need.reduce((sum, each) => sum + (each.dose > 0 ? each.days : 0), 0);
  return (
    <div role="status">
      <p>
        <strong>{words.chosen(units, cost, days)}</strong>
      </p>
      <ul>
        {strengths.map((strength, i) => (
          <li key={formatDose(strength)}>{words.toMake(strength, capsules[i] ?? 0)}</li>
        ))}
      </ul>
      <RowsTable
        name={here.words.tableOf(words.makes)}
        rows={{ head: words.madeHead, rows: makings.map((making) => words.made(making)) }}
      />
    </div>
  );
}

/**
 * How long does what was handed out last, and when must more be ordered? Held, and if every step is taken
 * early; above it what is known of an allergy to a filler (H26, H28).
 */
import { dayText, todayText } from '../../part/day.ts';
import { contentFrom } from './supply-json.ts';
import type { SupplyProps } from './supply-tab.tsx';

export function Outlook({ words, supply: { outlook, why, fillerAllergy, supply } }: SupplyProps) {
  const isOpen = outlook !== undefined || supply.length > 0;
  const asks = fillerAllergy === 'yes' || (fillerAllergy === 'unknown' && isOpen);
  return (
    <section aria-labelledby="outlook">
      <h2 id="outlook">{words.outlook}</h2>
      {asks && <p class="notice">{words.allergy[fillerAllergy]}</p>}
      {why && <p>{why === 'amount-not-known' ? words.notKnown : words.noDoseAhead}</p>}
      {outlook && <Lasts {...{ words, outlook, supply }} />}
    </section>
  );
}

type LastsProps = {
  readonly words: SupplyProps['words'];
  readonly outlook: NonNullable<SupplyProps['supply']['outlook']>;
  readonly supply: SupplyProps['supply']['supply'];
};

function Lasts({ words, outlook, supply }: LastsProps) {
  const { held, earliest, orderBy, leadDays, untold, fromElsewhere, spoils } = outlook;
  const through = (day: string | undefined): string | undefined => (day === undefined ? undefined : dayText(day));
  const gap = held.gap ?? earliest.gap;
  const isDue = orderBy !== undefined && orderBy <= todayText();
  return (
    <>
      {orderBy !== undefined && (
        <p class={isDue ? 'notice' : ''}>
          <strong>{isDue ? words.orderNow(leadDays) : words.order(dayText(orderBy), leadDays)}</strong>
        </p>
      )}
      {gap === undefined && <p>{words.enough(dayText(outlook.until))}</p>}
      {gap !== undefined && (
        <ul>
          <li>{words.held(held.daysLeft, through(held.coveredThrough))}</li>
          <li>{words.early(earliest.daysLeft, through(earliest.coveredThrough))}</li>
          {held.gap && <li>{words.gap(dayText(held.gap.first), dayText(held.gap.last))}</li>}
        </ul>
      )}
      {spoils.map(({ supply: id, beyondUse }) => {
        const record = supply.find((each) => each.supply === id);
        return record && <p key={id}>{words.spoils(words.pack(contentFrom(record.content)), dayText(beyondUse))}</p>;
      })}
      {untold > 0 && <p class="quiet">{words.untold(untold)}</p>}
      {fromElsewhere > 0 && <p>{words.elsewhere(fromElsewhere)}</p>}
    </>
  );
}

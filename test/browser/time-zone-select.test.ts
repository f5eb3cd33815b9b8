import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { BookingTimeZoneSelect } from '../../src/elements/booking-time-zone-select/booking-time-zone-select.js';
import { languages } from '../../src/entries/languages.js';
import { provideLanguages } from '../../src/i18n/dictionary.js';
import { ZoneCatalogue } from '../../src/elements/booking-time-zone-select/zones/catalogue.js';
import { press, type } from './engine.js';
import { allZones, NOW, QUERIES, searchIn } from './zone-queries.js';

if (!customElements.get(BookingTimeZoneSelect.tag)) {
  customElements.define(BookingTimeZoneSelect.tag, BookingTimeZoneSelect);
}

interface Seen {
  readonly form: HTMLFormElement;
  readonly element: BookingTimeZoneSelect;
  readonly chosen: string[];
}

async function make(value = 'America/New_York', locale = 'en-US'): Promise<Seen> {
  const chosen: string[] = [];
  const form = await fixture<HTMLFormElement>(
    html`<form>
      <button type="button">Before</button>
      <booking-time-zone-select
        name="zone"
        value=${value}
        locale=${locale}
        .now=${NOW}
        @booking-time-zone-change=${(event: HTMLElementEventMap['booking-time-zone-change']) =>
          chosen.push(event.detail.timeZone)}
      ></booking-time-zone-select>
      <button type="button" class="after">After</button>
    </form>`,
  );
  const element = form.querySelector('booking-time-zone-select');
  if (!element) throw new Error('no select');
  await element.updateComplete;
  return { form, element, chosen };
}

function button(element: BookingTimeZoneSelect): HTMLButtonElement {
  const found = element.renderRoot.querySelector('button');
  if (!found) throw new Error('no button');
  return found;
}
const popup = (element: BookingTimeZoneSelect) => element.renderRoot.querySelector<HTMLElement>('[part~="popup"]');
const input = (element: BookingTimeZoneSelect) =>
  element.renderRoot.querySelector<HTMLInputElement>('[role="combobox"]');
const options = (element: BookingTimeZoneSelect) => [
  ...element.renderRoot.querySelectorAll<HTMLElement>('[role="option"]'),
];
const size = (element: BookingTimeZoneSelect) => Number(options(element)[0]?.getAttribute('aria-setsize'));
const plain = (node: Element | null | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const focused = (element: BookingTimeZoneSelect) => element.shadowRoot?.activeElement ?? null;
function active(element: BookingTimeZoneSelect): HTMLElement | null {
  const id = input(element)?.getAttribute('aria-activedescendant');
  return id ? element.renderRoot.querySelector<HTMLElement>(`#${id}`) : null;
}

async function open(element: BookingTimeZoneSelect): Promise<void> {
  button(element).focus();
  await press('Enter');
  await waitUntil(() => focused(element) === input(element) && input(element), 'the list opens');
}

async function look(element: BookingTimeZoneSelect, query: string): Promise<string[]> {
  await type(query);
  await element.updateComplete;
  return options(element).map((option) => plain(option.querySelector('b')));
}

async function clickAt(target: Element): Promise<void> {
  const { x, y, width, height } = target.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
}

describe('booking-time-zone-select', () => {
  it('takes the focus on its button, also after the list was open', async () => {
    const { element } = await make();
    element.focus();
    expect(focused(element)).to.equal(button(element));
    button(element).click();
    await waitUntil(() => input(element), 'no list');
    await press('Escape');
    button(element).blur();
    element.focus();
    expect(focused(element)).to.equal(button(element));
  });

  it('says which zone the times are read in', async () => {
    const { element } = await make();
    expect(plain(button(element))).to.equal('Time zone: New York GMT-5'.replace('York GMT', 'YorkGMT'));
    expect(button(element).getAttribute('aria-haspopup')).to.equal('dialog');
    expect(button(element).getAttribute('aria-expanded')).to.equal('false');
    expect(popup(element)).to.equal(null);
  });

  it('shows the browser’s own zone for one that nobody knows', async () => {
    const { element } = await make('Mars/Olympus');
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone.split('/').pop()?.replaceAll('_', ' ') ?? '';
    expect(plain(button(element))).to.contain(own);
  });

  it('opens in the top layer with the chosen zone in view', async () => {
    const { element } = await make();
    await open(element);
    const box = popup(element);
    expect(box?.matches(':popover-open')).to.equal(true);
    expect(size(element)).to.be.greaterThan(300);
    const chosen = options(element).filter((option) => option.getAttribute('aria-selected') === 'true');
    expect(chosen.map(plain)).to.deep.equal(['New York US10:42 AM Eastern TimeGMT-5']);
    expect(active(element)).to.equal(chosen[0]);
    const list = element.renderRoot.querySelector('ul')?.getBoundingClientRect();
    const row = chosen[0]?.getBoundingClientRect();
    expect(row && list && row.top >= list.top && row.bottom <= list.bottom, 'in view').to.equal(true);
    const area = box?.getBoundingClientRect();
    expect(area && area.left >= 0 && area.right <= innerWidth && area.bottom <= innerHeight).to.equal(true);
    await expect(element).to.be.accessible();
  });

  describe('keyboard', () => {
    it('chooses by typing and Enter, and goes back to the button', async () => {
      const { element, chosen, form } = await make();
      await open(element);
      const found = await look(element, 'kath');
      expect(found).to.deep.equal(['Kathmandu']);
      expect(plain(active(element))).to.contain('9:27 PM');
      await press('Enter');
      await element.updateComplete;
      expect(chosen).to.deep.equal(['Asia/Kathmandu']);
      expect(element.value).to.equal('Asia/Kathmandu');
      expect(new FormData(form).get('zone')).to.equal('Asia/Kathmandu');
      expect(popup(element)).to.equal(null);
      expect(focused(element)).to.equal(button(element));
      expect(plain(button(element))).to.contain('Kathmandu');
    });

    it('moves by arrows, round at the ends, and by pages', async () => {
      const { element } = await make();
      await open(element);
      await look(element, 'gmt+5:30');
      const all = options(element);
      expect(active(element)).to.equal(all[0]);
      await press('ArrowUp');
      await element.updateComplete;
      expect(active(element)).to.equal(options(element).at(-1));
      await press('ArrowDown');
      await element.updateComplete;
      expect(active(element)).to.equal(options(element)[0]);
      await press('PageDown');
      await press('PageDown');
      await element.updateComplete;
      expect(active(element)).to.equal(options(element).at(-1));
    });

    it('reaches every zone, though only those around the view are drawn', async () => {
      const { element } = await make();
      await open(element);
      const seen = new Set<string>();
      const at = () => Number(active(element)?.getAttribute('aria-posinset'));
      const page = async (key: string, end: number) => {
        for (let tries = 0; at() !== end && tries < 100; tries++) {
          await press(key);
          await element.updateComplete;
          for (const option of options(element)) seen.add(option.id);
        }
      };
      await page('PageUp', 1);
      await page('PageDown', size(element));
      expect(seen.size).to.equal(size(element));
      expect(options(element).length).to.be.below(40);
      expect(active(element)).to.equal(options(element).at(-1));
      const list = element.renderRoot.querySelector('ul');
      const row = active(element)?.getBoundingClientRect();
      const edge = list?.getBoundingClientRect().bottom ?? 0;
      expect(row && row.bottom <= edge + 1 && row.bottom > edge - row.height, 'at the foot of the list').to.equal(true);
      if (list) list.scrollTop = 0;
      await waitUntil(() => options(element)[0]?.id === 'zone-0', 'the first row when scrolled to');
      expect(options(element)[0]?.getBoundingClientRect().top).to.be.closeTo(list?.getBoundingClientRect().top ?? 0, 2);
    });

    it('closes with Escape and changes nothing, also inside a dialog', async () => {
      const { element, chosen, form } = await make();
      const dialog = document.createElement('dialog');
      form.append(dialog);
      dialog.append(element);
      dialog.showModal();
      await element.updateComplete;
      await open(element);
      await press('ArrowDown');
      await press('Escape');
      await element.updateComplete;
      expect(popup(element)).to.equal(null);
      expect(dialog.open, 'the dialog stays').to.equal(true);
      expect(focused(element)).to.equal(button(element));
      expect(chosen).to.deep.equal([]);
    });

    it('goes on with Tab as if the list had not been there', async () => {
      const { element, form } = await make();
      await open(element);
      await press('Tab');
      await element.updateComplete;
      expect(popup(element)).to.equal(null);
      expect(document.activeElement).to.equal(form.querySelector('.after'));
    });
  });

  describe('pointer', () => {
    it('chooses by a click, and closes by a second press on the button or one outside', async () => {
      const { element, chosen, form } = await make();
      await clickAt(button(element));
      await waitUntil(() => input(element));
      await waitUntil(() => focused(element) === input(element));
      await clickAt(button(element));
      await waitUntil(() => !popup(element), 'closed by the button');
      await aTimeout(50);
      expect(popup(element), 'and stays so').to.equal(null);

      await clickAt(button(element));
      await waitUntil(() => focused(element) === input(element) && input(element));
      const after = form.querySelector('.after');
      if (after) await clickAt(after);
      await waitUntil(() => !popup(element), 'closed by a press outside');

      await clickAt(button(element));
      await waitUntil(() => focused(element) === input(element) && input(element));
      await look(element, 'tokyo');
      const option = options(element)[0];
      if (option) await clickAt(option);
      await waitUntil(() => chosen.length === 1);
      expect(chosen).to.deep.equal(['Asia/Tokyo']);
      expect(focused(element)).to.equal(button(element));
    });
  });

  it('stands below its button, above it at the foot of the window, and within its edges', async () => {
    const { form, element } = await make();
    const boxes = async (place: string) => {
      form.setAttribute('style', `position: fixed; ${place}`);
      await element.show();
      const list = popup(element)?.getBoundingClientRect();
      const at = button(element).getBoundingClientRect();
      element.renderRoot.querySelector<HTMLElement>('.popup')?.hidePopover();
      await waitUntil(() => !popup(element));
      if (!list) throw new Error('no list');
      expect(list.left >= 0 && list.right <= innerWidth && list.top >= 0 && list.bottom <= innerHeight, place).to.be
        .true;
      return { list, at };
    };
    const top = await boxes('inset: 0 auto auto 0');
    expect(top.list.top).to.be.greaterThan(top.at.bottom);
    const foot = await boxes('inset: auto 0 0 auto');
    expect(foot.list.bottom).to.be.lessThan(foot.at.top);
    form.dir = 'rtl';
    const rtl = await boxes('inset: 0 0 auto auto');
    expect(rtl.list.right).to.be.closeTo(Math.min(rtl.at.right, innerWidth - 8), 1);
  });

  it('says how many it found, and what to try when it is none', async () => {
    const { element } = await make();
    await open(element);
    await look(element, 'berlin');
    expect(plain(popup(element)?.querySelector('[role="status"]'))).to.equal('1 time zone');
    await look(element, 'xqzw');
    expect(options(element).length).to.equal(0);
    expect(plain(element.renderRoot.querySelector('[part~="none"]'))).to.contain('No match');
    expect(input(element)?.hasAttribute('aria-activedescendant')).to.equal(false);
    await press('Enter');
    expect(popup(element), 'stays open').not.to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('offers a zone by its own name that the list does not have', async () => {
    const { element, chosen } = await make();
    await open(element);
    await look(element, 'etc/gmt+5');
    expect(options(element).length).to.equal(1);
    expect(plain(options(element)[0])).to.contain('GMT-5');
    expect(plain(popup(element)?.querySelector('[role="status"]'))).to.equal('1 time zone');
    await press('Enter');
    expect(chosen).to.deep.equal(['Etc/GMT+5']);
    expect(element.value).to.equal('Etc/GMT+5');
  });

  it('says that nothing was found when only punctuation is typed', async () => {
    const { element } = await make();
    await open(element);
    await look(element, '(((');
    expect(options(element).length).to.equal(0);
    expect(plain(element.renderRoot.querySelector('[part~="none"]'))).to.contain('No match');
  });

  it('finds a country by its name in the languages of the browser', async () => {
    Object.defineProperty(navigator, 'languages', { value: ['C', 'pl-PL', 'en_US', ''], configurable: true });
    try {
      const { element } = await make();
      await open(element);
      expect(await look(element, 'stany zj')).to.include('New York');
    } finally {
      Reflect.deleteProperty(navigator, 'languages');
    }
  });

  it('tells no event when the page sets it, and takes part in its form', async () => {
    const { element, form, chosen } = await make();
    element.value = 'Europe/Paris';
    await element.updateComplete;
    expect(plain(button(element))).to.contain('Paris');
    expect(chosen).to.deep.equal([]);
    form.reset();
    await element.updateComplete;
    expect(element.value).to.equal('America/New_York');
    element.required = true;
    element.value = '';
    await element.updateComplete;
    expect(form.checkValidity()).to.equal(false);
    element.disabled = true;
    await element.updateComplete;
    button(element).click();
    await aTimeout(50);
    expect(popup(element)).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('shows city and country in the visitor’s language', async () => {
    provideLanguages(languages);
    const { element } = await make('Asia/Kolkata', 'de-DE');
    await waitUntil(() => plain(button(element)).startsWith('Zeitzone'), 'the words');
    await open(element);
    await waitUntil(() => plain(button(element)).includes('Kalkutta'), 'the city on the button');
    const chosen = options(element).find((option) => option.getAttribute('aria-selected') === 'true');
    expect(plain(chosen)).to.equal('Kalkutta Indien21:12 Indische NormalzeitGMT+5:30');
    await look(element, 'deutschland');
    expect(plain(active(element))).to.match(/^Berlin Deutschland16:42 /);
    await expect(element).to.be.accessible();
  });

  it('shows a locked zone as plain text with its name, and submits it', async () => {
    const { element, form } = await make('Europe/Berlin');
    await open(element);
    element.locked = true;
    await element.updateComplete;
    expect(popup(element), 'an open list closes').to.equal(null);
    expect(element.renderRoot.querySelector('button')).to.equal(null);
    const text = element.renderRoot.querySelector('[part~="locked"]');
    expect(plain(text)).to.equal('Time zone: BerlinGMT+1 Central European Time');
    await element.show();
    expect(popup(element)).to.equal(null);
    expect(new FormData(form).get('zone')).to.equal('Europe/Berlin');
    await expect(element).to.be.accessible();
    element.locked = false;
    await element.updateComplete;
    await open(element);
    expect(size(element)).to.be.greaterThan(300);
  });

  it('takes its list with it when it is removed', async () => {
    const { element } = await make();
    await open(element);
    const parent = element.parentElement;
    element.remove();
    parent?.append(element);
    await element.updateComplete;
    expect(popup(element)).to.equal(null);
    await open(element);
    expect(size(element)).to.be.greaterThan(300);
  });
});

describe('the zones of this browser', () => {
  for (const locale of Object.keys(QUERIES)) {
    it(`are found in ${locale}`, async () => {
      const find = searchIn(await allZones(locale));
      const wrong = Object.entries(QUERIES[locale] ?? {}).filter(([query, id]) => find(query)[0] !== id);
      expect(wrong.map(([query]) => `${query}: ${String(find(query)[0])}`)).to.deep.equal([]);
    });
  }

  it('keep the name that the page gave, and its city of today', async () => {
    const zones = await allZones('en', 'Asia/Calcutta');
    expect(zones.filter(({ city }) => city === 'Kolkata').map(({ id }) => id)).to.deep.equal(['Asia/Calcutta']);
    const { element } = await make('Asia/Calcutta');
    expect(plain(button(element))).to.contain('Kolkata');
  });

  it('are ready before a finger has come down, and none holds the page up for long', async () => {
    const zones = new ZoneCatalogue(() => ({ locale: 'en', current: 'UTC', now: NOW }));
    await zones.load();
    const starts: number[] = [];
    const watch = setInterval(() => starts.push(performance.now()), 4);
    await zones.warm();
    clearInterval(watch);
    expect(zones.zones.length).to.be.greaterThan(300);
    expect(starts.length, 'the page could do something between the steps').to.be.greaterThan(1);
  });
});

import { expect, nextFrame } from '@open-wc/testing';
import type { BookingCalendar } from '../../src/elements/booking-calendar/booking-calendar.js';
import type { BookingSlotList } from '../../src/elements/booking-slot-list/booking-slot-list.js';
import { nameOf, until } from '../../src/kit/page-objects/index.js';
import { complete, openFlow } from './flow-fixture.js';

/** A flow whose times are there, and those of the weeks after them. */
async function openTimes() {
  const page = await openFlow({ duration: 60 });
  await page.times();
  await complete(page);
  const { renderRoot } = page.element;
  const calendar = renderRoot.querySelector<BookingCalendar>('booking-calendar');
  const list = renderRoot.querySelector<BookingSlotList>('booking-slot-list');
  if (!calendar || !list) throw new Error('no calendar or no times');
  const slots = () => [...list.renderRoot.querySelectorAll('input')];
  const turn = (part: 'next' | 'previous') =>
    calendar.renderRoot.querySelector<HTMLElement>(`[part="${part}"]`)?.click();
  /** The day and the month, such as "23 Nov". */
  const dayIn = (text = '') => /\d+ [A-Z][a-z]{2}/.exec(text)?.[0] ?? '';
  return {
    page,
    calendar,
    slots,
    turn,
    month: () => calendar.renderRoot.querySelector('#title')?.textContent.trim() ?? '',
    selected: () => dayIn(nameOf(calendar.renderRoot.querySelector('[aria-selected="true"]') ?? calendar)),
    titled: () => dayIn(list.renderRoot.querySelector('#title')?.textContent),
    named: () => [...new Set(slots().map((slot) => dayIn(nameOf(slot))))],
    settled: () => until(() => page.element.updateComplete.then(() => list.updateComplete), 'all to be drawn'),
  };
}

describe('a page that is turned to', () => {
  it('is shown by the calendar at once, with its days and its choice; the times follow as a whole', async () => {
    const { calendar, month, selected, titled, named, turn, settled } = await openTimes();
    const [before, first] = [month(), selected()];
    expect([titled(), named()]).to.eql([first, [first]]);
    turn('next');
    await calendar.updateComplete;
    expect(month()).not.to.equal(before);
    expect(selected(), 'a day of the new weeks').not.to.equal(first);
    expect(selected()).not.to.equal('');
    expect(calendar.renderRoot.querySelectorAll('.day.free').length).to.be.above(4);
    for (let frame = 0; frame < 5; frame++) {
      expect(named(), `frame ${frame}`).to.eql([titled()]);
      await nextFrame();
    }
    await settled();
    expect([titled(), named()]).to.eql([selected(), [selected()]]);
  });

  it('twice within a frame ends where both presses lead', async () => {
    const { calendar, month, selected, titled, named, turn, settled } = await openTimes();
    turn('next');
    await calendar.updateComplete;
    const second = month();
    turn('next');
    await calendar.updateComplete;
    expect(month()).not.to.equal(second);
    await settled();
    await until(() => titled() === selected() && named().join() === selected(), 'the times of the day that is shown');
    turn('previous');
    turn('next');
    turn('previous');
    await settled();
    expect(month()).to.equal(second);
    expect([titled(), named()]).to.eql([selected(), [selected()]]);
  });

  it('a time that is pressed before they follow is the one that it says', async () => {
    const { page, calendar, slots, month, selected, titled, turn, settled } = await openTimes();
    const [before, day] = [month(), selected()];
    turn('next');
    await calendar.updateComplete;
    const [slot] = slots();
    const name = slot ? nameOf(slot) : '';
    slot?.click();
    await settled();
    await calendar.updateComplete;
    expect([month(), selected(), titled()], 'back on its page').to.eql([before, day, day]);
    const [chosen] = slots().filter(({ checked }) => checked);
    expect(chosen && nameOf(chosen)).to.equal(name);
    expect(await page.receipt()).to.include(day.split(' ')[0] ?? '');
  });

  it('names its weeks before the day whose times follow', async () => {
    const { page, calendar, turn, settled } = await openTimes();
    const heard: string[] = [];
    const title = calendar.renderRoot.querySelector('#title');
    const status = page.element.renderRoot.querySelector('[role=status]');
    if (!title || !status) throw new Error('nothing speaks');
    const listen = (node: Element) => {
      const observer = new MutationObserver(() => heard.push(node.textContent.trim()));
      observer.observe(node, { childList: true, characterData: true, subtree: true });
    };
    listen(title);
    listen(status);
    turn('next');
    await settled();
    await until(() => heard.length > 1, 'both to be said');
    expect(heard[0]).to.match(/^\p{L}+.* 20\d\d$/u);
    expect(heard[1]).to.match(/times available$/);
  });
});

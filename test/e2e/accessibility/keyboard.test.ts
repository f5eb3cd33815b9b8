import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { stage } from './surroundings.js';
import { bookByKeyboard, Visitor } from './visitor.js';

/** A visitor who books without a pointer, or without seeing, is told all that others see, in order, and always sees where they are. */

const STORY = 'booking-flow--length';

const HEARD = `
radio “60 min $90”, checked, (Work through a decision or a hard conversation. Next free Mon, Nov 23, 6:00 AM)
radio “90 min $120”, checked, (A deep dive, with a written plan to take away. Next free Mon, Nov 23, 10:30 AM)
radio “60 min $90”, checked, (Work through a decision or a hard conversation. Next free Mon, Nov 23, 6:00 AM)
button “Time zone: New York GMT-5”, closed
radio “12h”, checked
button “See times”
» Monday, November 23, 2026, 3 times available
heading “Pick a day and time”
button “Earlier days”, unavailable
button “Later days”
gridcell “Monday, November 23, 2026, 3 times available”, selected
gridcell “Tuesday, November 24, 2026, 3 times available”
» Tuesday, November 24, 2026, 3 times available
gridcell “Tuesday, November 24, 2026, 3 times available”, selected
button “Next free day”
radio “6:00 AM in New York, Tuesday, November 24, 2026, 60 min, $90, 12:00 for Ada”
button “Time zone: New York GMT-5”, closed
radio “12h”, checked
button “Continue”, unavailable
» Choose a time first.
button “Continue”, unavailable, (Choose a time first.)
radio “12h”, checked
button “Time zone: New York GMT-5”, closed
radio “6:00 AM in New York, Tuesday, November 24, 2026, 60 min, $90, 12:00 for Ada”
radio “6:00 AM in New York, Tuesday, November 24, 2026, 60 min, $90, 12:00 for Ada”, checked
radio “10:30 AM in New York, Tuesday, November 24, 2026, 60 min, $90, 16:30 for Ada”, checked
button “Time zone: New York GMT-5”, closed
radio “12h”, checked
button “Continue”
heading “Your details”
» Held for you
textbox “Name”, required
textbox “Name”, “Jordan Reyes”, required
textbox “Email”, required
textbox “Email”, “jordan@northwind”, required
textbox “Email”, “jordan@northwind”, required, invalid, (Add the ending, like .com or .co.)
textbox “Email”, “jordan@northwind.co”, required
textbox “What should Ada know? Optional”
textbox “What should Ada know? Optional”, “A reset.”
button “Book for $90”
» Booking…
heading “See you on Tuesday, Jordan”
link “Google (opens in a new tab)”
link “Outlook (opens in a new tab)”
button “Download a calendar file .ics”
button “Book another session”`;

describe('a booking by keyboard', () => {
  const { show } = stage();

  test('what a screen reader hears of it, in order', async () => {
    await show(STORY, {}, async (page) => {
      const visitor = await Visitor.at(page);
      await bookByKeyboard(visitor);
      // What the button is called for the moment of sending is heard by the region, and only sometimes by the focus on it.
      const heard = visitor.heard.filter((line) => !line.startsWith('button “Booking…”'));
      const expected = HEARD.trim().split('\n');
      // An answer of the network may come before or after the focus has moved on, so each keeps its own order.
      const isNews = (line: string) => line.startsWith('» ');
      assert.deepEqual(
        heard.filter((line) => !isNews(line)),
        expected.filter((line) => !isNews(line)),
      );
      assert.deepEqual(heard.filter(isNews), expected.filter(isNews));
      // What the button misses is said while the focus is on it.
      const told = heard.indexOf('» Choose a time first.');
      assert.match(heard[told - 1] ?? '', /^button “Continue”/);
      // No news of the times before the visitor has asked for them, none of a booking before it is sent.
      assert.ok(heard.findIndex(isNews) > heard.indexOf('button “See times”'));
      assert.ok(heard.indexOf('» Booking…') > heard.indexOf('button “Book for $90”'));
    });
  });

  for (const [where, width, height, mayBeCut] of [
    ['in a wide window', 1280, 800, 0],
    ['on a phone, above the button that stays in view', 360, 740, 0],
    // A hint that comes may push the button that it is about down by its own height.
    ['at 400 % zoom of a window of 1280 × 1024', 320, 256, 1],
  ] as const)
    test(`the focus is always seen ${where}`, async () => {
      await show(STORY, { width, height }, async (page) => {
        const visitor = await Visitor.at(page);
        await bookByKeyboard(visitor);
        assert.ok(visitor.stops.length > 30);
        for (const { said, hidden, ring } of visitor.stops) {
          assert.ok(hidden <= mayBeCut, `${said}: ${hidden} of 5 points cannot be seen`);
          if (said.includes('“Booking…”')) continue;
          // A heading takes the focus so that it is read next; it cannot be used.
          if (!said.startsWith('heading')) assert.ok(ring >= 2, `${said}: no ring around it`);
        }
      });
    });
});

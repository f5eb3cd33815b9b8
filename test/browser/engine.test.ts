import { expect, fixture, html } from '@open-wc/testing';
import { itNeeds, press, resizeTo, type } from './engine.js';

describe('the test engine', () => {
  it('moves the focus forward and back by keyboard', async () => {
    const form = await fixture(html`<form><input id="a" /><input id="b" /></form>`);
    form.querySelector<HTMLInputElement>('#a')?.focus();
    await press('Tab');
    expect(document.activeElement?.id).to.equal('b');
    await press('Shift+Tab');
    expect(document.activeElement?.id).to.equal('a');
    await type('Ada');
    expect(form.querySelector<HTMLInputElement>('#a')?.value).to.equal('Ada');
    await press('ArrowLeft');
    await type('x');
    expect(form.querySelector<HTMLInputElement>('#a')?.value).to.equal('Adxa');
  });

  it('sets the width of a tablet', async () => {
    await resizeTo(768, 900);
    expect(innerWidth).to.equal(768);
  });

  itNeeds('narrow viewport', 'sets the width of a phone', async () => {
    await resizeTo(360, 740);
    expect(innerWidth).to.equal(360);
  });
});

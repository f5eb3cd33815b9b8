import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { setupWorker } from 'msw/browser';
import { mswLoader } from 'msw-storybook-addon/csf3';
import manifest from 'virtual:custom-elements';
import { define } from '../src/entries/define-elements.js';
import { languages } from '../src/entries/languages.js';
import { provideLanguages } from '../src/i18n/dictionary.js';

setCustomElementsManifest(manifest);
// What the entry point `define` does: package.json names the side effects of dist/ only, so a bundler leaves those of src/ out.
provideLanguages(languages);
define();

const preview: Preview = {
  // A story names its handlers in `parameters.msw`, such as `createBookingHandlers({ scenario: 'slow' })`.
  loaders: [
    mswLoader(async () => {
      const worker = setupWorker();
      const serviceWorker = { url: './mockServiceWorker.js' };
      await worker.start({ quiet: true, onUnhandledFrame: 'bypass', serviceWorker });
      return worker;
    }),
  ],
  parameters: {
    layout: 'padded',
    a11y: { test: 'error' },
    controls: { expanded: true, sort: 'requiredFirst' },
  },
};
export default preview;

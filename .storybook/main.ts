import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/web-components-vite';
import type { Plugin } from 'vite';

const read = (file: string) => readFileSync(file, 'utf8');
const mswWorker = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');
const manifest = fileURLToPath(new URL('../dist/custom-elements.json', import.meta.url));

/** Serves MSW's worker script straight from the package, so that no copy of it lies in the repository. */
const workerScript: Plugin = {
  name: 'msw-worker-script',
  configureServer(server) {
    server.middlewares.use('/mockServiceWorker.js', (_request, response) => {
      response.setHeader('Content-Type', 'text/javascript').end(read(mswWorker));
    });
  },
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'mockServiceWorker.js', source: read(mswWorker) });
  },
};

/** Gives the built manifest to the preview, which makes the controls from it. */
const elementsManifest: Plugin = {
  name: 'elements-manifest',
  resolveId: (id) => (id === 'virtual:custom-elements' ? `\0${id}` : null),
  load: (id) => (id === '\0virtual:custom-elements' ? `export default ${read(manifest)}` : null),
};

const config: StorybookConfig = {
  framework: { name: '@storybook/web-components-vite', options: {} },
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-a11y', 'msw-storybook-addon'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) => ({ ...vite, plugins: [...(vite.plugins ?? []), workerScript, elementsManifest] }),
};
export default config;

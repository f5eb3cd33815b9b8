// Where the three browser engines are on this machine. Every path can be set by an environment variable.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));

const firstFile = (...candidates) => candidates.find((file) => file && existsSync(file));

/** The Chromium binary, or undefined. */
export const chromiumPath = () =>
  process.env.CHROMIUM ?? onPath('chromium') ?? onPath('google-chrome') ?? onPath('chromium-browser');

/** The Firefox binary, or undefined. */
export const firefoxPath = () => process.env.FIREFOX ?? onPath('firefox-esr') ?? onPath('firefox');

/** WebKitGTK's driver and its MiniBrowser (Debian and Ubuntu: `webkit2gtk-driver`), or undefined. */
export function webkitPaths() {
  const libraries = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].flatMap((arch) =>
    ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'].map((version) => `/usr/lib/${arch}/${version}/MiniBrowser`),
  );
  const driver = process.env.WEBKIT_DRIVER ?? onPath('WebKitWebDriver');
  const browser = firstFile(process.env.WEBKIT_BROWSER, ...libraries);
  const display = process.env.DISPLAY || onPath('Xvfb');
  return driver && browser && display ? { driver, browser } : undefined;
}

/** Name → is it here? In the order in which the tests run. */
export const engines = () => ({
  chromium: Boolean(chromiumPath()),
  firefox: Boolean(firefoxPath()),
  webkit: Boolean(webkitPaths()),
});

export const engineLabels = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' };

/** Start flags that keep Chromium quiet, sandbox-free (root in CI) and off the network. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// WebKitGTK for web-test-runner: starts Xvfb (when there is no display) and WebKitWebDriver, then hands over to the
// webdriver launcher. Its plugin adds what the launcher's own commands cannot do here: a viewport and key chords.
import { spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebdriverLauncher } from '@web/test-runner-webdriver';
import { webkitPaths } from './engines.mjs';

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function waitForPort(port, timeout = 10_000) {
  const end = Date.now() + timeout;
  while (Date.now() < end) {
    const open = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(socket.destroy() && true));
      socket.on('error', () => resolve(false));
    });
    if (open) return;
    await sleep(50);
  }
  throw new Error(`WebKitWebDriver does not listen on port ${port}`);
}

/** Starts a virtual display and answers its name, such as `:99`. */
async function startDisplay(children) {
  const options = { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] };
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1400x24', '-nolisten', 'tcp'], options);
  children.push(xvfb);
  return new Promise((resolve, reject) => {
    xvfb.stdio[3].once('data', (data) => resolve(`:${String(data).trim()}`));
    xvfb.once('error', reject);
    xvfb.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
}

class WebKitGtkLauncher extends WebdriverLauncher {
  #children = [];

  async initialize(config) {
    await super.initialize(config);
    this.name = 'WebKit';
  }

  async createDriverManager() {
    const paths = webkitPaths();
    // Without a real locale WebKitGTK says that the language is "C".
    const env = {
      LANG: 'en_US.UTF-8',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
      GIO_USE_VFS: 'local',
      ...process.env,
    };
    env.DISPLAY ||= await startDisplay(this.#children);
    const port = await freePort();
    this.#children.push(spawn(paths.driver, [`--port=${port}`], { stdio: 'ignore', env }));
    await waitForPort(port);
    this.options = {
      hostname: '127.0.0.1',
      port,
      path: '/',
      logLevel: 'error',
      connectionRetryCount: 0,
      capabilities: {
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary: paths.browser, args: ['--automation'] },
      },
    };
    return super.createDriverManager();
  }

  /** The session is deleted before the driver is stopped: else MiniBrowser stays behind. */
  async stop() {
    await super.stop();
    for (const child of this.#children.splice(0).reverse()) child.kill();
  }
}

export const webkitLauncher = () => new WebKitGtkLauncher({ capabilities: { browserName: 'MiniBrowser' } });

/** WebDriver's code points for keys that have no character. */
const KEY_CODES = {
  Alt: '\uE00A',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Backspace: '\uE003',
  Control: '\uE009',
  Delete: '\uE017',
  End: '\uE010',
  Enter: '\uE007',
  Escape: '\uE00C',
  Home: '\uE011',
  Meta: '\uE03D',
  PageDown: '\uE00F',
  PageUp: '\uE00E',
  Shift: '\uE008',
  Space: ' ',
  Tab: '\uE004',
};

async function setViewport(driver, { width, height }) {
  for (let attempt = 0; attempt < 3; attempt++) {
    const [innerWidth, innerHeight] = await driver.execute('return [innerWidth, innerHeight]');
    if (innerWidth === width && innerHeight === height) return;
    const outer = await driver.getWindowRect();
    await driver.setWindowRect(null, null, outer.width + width - innerWidth, outer.height + height - innerHeight);
    await sleep(100);
  }
}

async function pressChord(driver, chord) {
  const keys = chord.split('+').map((key) => KEY_CODES[key] ?? key);
  const actions = [
    ...keys.map((value) => ({ type: 'keyDown', value })),
    ...keys.toReversed().map((value) => ({ type: 'keyUp', value })),
  ];
  await driver.performActions([{ type: 'key', id: 'keyboard', actions }]);
}

/** Commands for `test/browser/engine.ts`. */
export const webkitCommands = {
  name: 'webkit-commands',
  async executeCommand({ command, payload, session }) {
    const driver = session.browser.driver;
    if (command === 'webkit-set-viewport') await setViewport(driver, payload);
    else if (command === 'webkit-press') await pressChord(driver, payload.chord);
    else return undefined;
    return true;
  },
};

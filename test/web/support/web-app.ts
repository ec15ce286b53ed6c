import { inject } from 'vitest';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { createHttpApp } from '../../../src/http-app.js';
import { readEnvironment } from '../../../src/platform/config/environment.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { openBrowser } from './browser.js';

/** The product on a port of its own, and a real browser in front of it. */
export interface WebApp {
  test: TestApp;
  url: string;
  browser: Browser;
  /** A fresh visitor in Vietnam; what his pages complain of is gathered in `complaints`. */
  visit(options?: VisitOptions): Promise<Visit>;
  /** The server goes, with everything under way; `resume` brings it back on the same port and database. */
  halt(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
}

export interface VisitOptions {
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
  /** Name and value of the sign-in's cookie; nobody is signed in without it. */
  cookie?: string;
}

export interface Visit {
  context: BrowserContext;
  page: Page;
  /** Errors of the console and of scripts, refused styles and scripts among them. */
  complaints: string[];
}

/**
 * @param options.test an app that is prepared already; it is stopped with this one
 * @param options.port a free one is taken where it does not matter
 */
export async function startWebApp({
  test: prepared,
  port: wanted = 0,
}: { test?: TestApp; port?: number } = {}): Promise<WebApp> {
  if (!existsSync('web/dist/index.html'))
    throw new Error('the web app is not built: npm test builds it, or vite build web');
  const test = prepared ?? (await startTestApp());
  await test.app.listen(wanted, '127.0.0.1');
  const { port } = test.app.getHttpServer().address() as AddressInfo;
  const url = `http://localhost:${port}`;
  let app = test.app;
  const browser = await openBrowser();
  return {
    ...{ test, url, browser },
    visit: (options) => visit(browser, url, options),
    halt: async () => {
      app.getHttpServer().closeAllConnections();
      await app.close();
    },
    resume: async () => {
      app = await createHttpApp(
        readEnvironment({ LOG_LEVEL: 'silent', FIELD_KEYS: inject('fieldKeys') }),
        test.databaseUrl,
      );
      await app.listen(port, '127.0.0.1');
    },
    stop: async () => {
      await browser.close();
      if (app !== test.app) await app.close();
      await test.stop();
    },
  };
}

async function visit(browser: Browser, url: string, options: VisitOptions = {}): Promise<Visit> {
  const { width = 1440, height = 900, colorScheme = 'light', cookie } = options;
  const context = await browser.newContext({
    ...{ baseURL: url, viewport: { width, height }, colorScheme, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' },
    // What opens stands still at once: on a busy machine a hand of the test's speed misses what still moves.
    ...{ hasTouch: width < 720, acceptDownloads: true, reducedMotion: 'reduce' },
  });
  context.setDefaultTimeout(15_000);
  if (cookie) {
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url }]);
  }
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/i.test(message.text())) complaints.push(message.text());
  });
  return { context, page, complaints };
}

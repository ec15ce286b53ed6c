import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { API_PREFIX } from './http-app.js';
import { fail } from './lifecycle.js';
import { readEnvironment } from './platform/config/environment.js';
import { describeApi } from './platform/http/api-docs.js';

/** Writes openapi.json, or with `--check` says whether the one in the repository is what the code says. No database is needed. */
async function main(): Promise<void> {
  const app = await NestFactory.create(AppModule.for(readEnvironment({}), 'postgres://preview'), new FastifyAdapter(), {
    preview: true,
    logger: false,
  });
  app.setGlobalPrefix(API_PREFIX.path, { exclude: API_PREFIX.exclude });
  const text = `${JSON.stringify(describeApi(app), null, 2)}\n`;
  if (!process.argv.includes('--check')) await writeFile('openapi.json', text);
  else if (text !== (await readFile('openapi.json', 'utf8')))
    throw new Error('openapi.json is stale: run npm run openapi');
}

main().catch(fail);

import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Forms with one file and one field; read by the route itself, and parsed only where a route says `takesFile`. */
export async function takeFiles(app: NestFastifyApplication, largestBytes: number): Promise<void> {
  await app.register(multipart, {
    limits: {
      ...{ files: 1, fields: 4, parts: 5, fileSize: largestBytes },
      ...{ fieldNameSize: 50, fieldSize: 200, headerPairs: 20 },
    },
    throwFileSizeLimit: false,
  });
}

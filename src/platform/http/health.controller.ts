import { Controller, Get } from '@nestjs/common';
import { Allow } from '../access/access.decorator.js';
import { Database } from '../database/database.js';
import { DomainError } from '../errors/domain-error.js';

/** For whoever watches the process. */
@Controller('health')
@Allow('public')
export class HealthController {
  constructor(private readonly database: Database) {}

  /** The process answers. */
  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The database answers too. */
  @Get('ready')
  async ready(): Promise<{ status: 'ok' }> {
    try {
      await this.database.rows('SELECT 1');
      return { status: 'ok' };
    } catch (cause) {
      throw Object.assign(new DomainError('database.unavailable', 'unavailable', 'Cơ sở dữ liệu chưa trả lời.'), {
        cause,
      });
    }
  }
}

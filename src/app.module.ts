import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from './accounts/accounts.module.js';
import { AuditModule } from './audit/audit.module.js';
import { AttendanceModule } from './attendance/attendance.module.js';
import { entities } from './entities.js';
import { MembersModule } from './members/members.module.js';
import { OrganisationModule } from './organisation/organisation.module.js';
import { PersonalDataModule } from './personal-data/personal-data.module.js';
import { RegisterImportModule } from './register-import/register-import.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { ResolutionsModule } from './resolutions/resolutions.module.js';
import { SessionsModule } from './sessions/sessions.module.js';
import { AccessGuard } from './platform/access/access.guard.js';
import { AccessPolicy } from './platform/access/access-policy.js';
import { HeavyWork } from './platform/access/heavy-work.js';
import { RequestLimit } from './platform/access/request-limit.js';
import { RequestTransaction } from './platform/access/request-transaction.js';
import { AuditEraser } from './platform/audit/audit-eraser.js';
import { AuditTrail } from './platform/audit/audit-trail.js';
import { Environment, fieldKeysPath } from './platform/config/environment.js';
import { AuditedChange } from './platform/audit/audited-change.js';
import { Database } from './platform/database/database.js';
import { appConnection } from './platform/database/connection.js';
import { FieldCipher } from './platform/encryption/field-cipher.js';
import { HealthController } from './platform/http/health.controller.js';
import { REQUEST_LAYERS, type RequestLayer } from './platform/access/request-frame.js';
import { ProblemFilter } from './platform/http/problem.filter.js';
import { RulesPipe } from './platform/http/validation.pipe.js';

const fieldCipher = {
  provide: FieldCipher,
  useFactory: (environment: Environment) => new FieldCipher(fieldKeysPath(environment)),
  inject: [Environment],
};

// In this order: each works within what the one before it has opened.
const layers = [HeavyWork, RequestTransaction, AuditedChange];
const requestLayers = {
  provide: REQUEST_LAYERS,
  useFactory: (...given: RequestLayer[]) => given,
  inject: layers,
};

@Global()
@Module({
  providers: [Database, AuditTrail, AuditEraser, AccessPolicy, RequestLimit, fieldCipher, ...layers, requestLayers],
  exports: [Database, AuditTrail, AuditEraser, AccessPolicy, RequestLimit, FieldCipher, requestLayers],
})
class PlatformModule {}

@Global()
@Module({})
class EnvironmentModule {
  static for(environment: Environment): DynamicModule {
    return {
      module: EnvironmentModule,
      providers: [{ provide: Environment, useValue: environment }],
      exports: [Environment],
    };
  }
}

/** The whole server over a database that is there and migrated. */
@Module({})
export class AppModule {
  static for(environment: Environment, databaseUrl: string): DynamicModule {
    return {
      module: AppModule,
      imports: [
        EnvironmentModule.for(environment),
        TypeOrmModule.forRoot({ ...appConnection(databaseUrl, environment.DATABASE_POOL), entities }),
        PlatformModule,
        OrganisationModule,
        MembersModule,
        RegisterImportModule,
        AccountsModule,
        ResolutionsModule,
        SessionsModule,
        AttendanceModule,
        ReportsModule,
        PersonalDataModule,
        AuditModule,
      ],
      controllers: [HealthController],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useClass: RulesPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}

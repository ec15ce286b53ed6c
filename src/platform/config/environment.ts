import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { plainToInstance, Transform } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  MinLength,
  ValidateBy,
  validateSync,
} from 'class-validator';

const wholeNumber = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;

const yesOrNo = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

/** `10.0.0.5,10.1.0.0/16` as a list; `false`, as earlier versions wrote it, is none. */
const addressList = ({ value }: { value: unknown }): unknown => {
  if (typeof value !== 'string') return value;
  return value === 'false' ? [] : value.split(',').map((part) => part.trim());
};

function isAddressOrNetwork(text: unknown): boolean {
  const [address = '', bits, ...more] = String(text).split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= (version === 4 ? 32 : 128))
  );
}

const ListsAddresses = (message: string): PropertyDecorator =>
  ValidateBy(
    {
      name: 'listsAddresses',
      validator: { validate: (value) => Array.isArray(value) && value.every(isAddressOrNetwork) },
    },
    { message },
  );

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Everything that the process reads from its surroundings: read once, at the start, and handed on. */
export class Environment {
  /** TCP port of the web server; 0 takes a free one. */
  @Transform(wholeNumber)
  @IsInt({ message: 'must be a whole number' })
  @Min(0, { message: 'must be 0 or more' })
  @Max(65535, { message: 'must be 65535 or less' })
  PORT = 3000;

  /** Address on which to listen; 0.0.0.0 opens the server to the network. */
  @MinLength(1, { message: 'must not be empty' })
  HOST = 'localhost';

  /** Folder of the embedded database; not used where DATABASE_URL is set. */
  @MinLength(1, { message: 'must not be empty' })
  DATA_DIR = './data';

  /** A PostgreSQL 18 of one's own; the embedded one does not start then. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'must begin with postgres:// or postgresql://' })
  DATABASE_URL?: string;

  /** Connections that this process holds to the database. */
  @Transform(wholeNumber)
  @IsInt({ message: 'must be a whole number' })
  @Min(2, { message: 'must be 2 or more' })
  @Max(200, { message: 'must be 200 or less' })
  DATABASE_POOL = 10;

  @IsIn(logLevels, { message: `must be one of ${logLevels.join(', ')}` })
  LOG_LEVEL: (typeof logLevels)[number] = 'info';

  /** How long a sign-in holds, in hours. */
  @Transform(wholeNumber)
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be 1 or more' })
  @Max(720, { message: 'must be 720 or less' })
  SIGN_IN_HOURS = 12;

  /** How many days an invitation, or a link for a new password, waits to be used. */
  @Transform(wholeNumber)
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be 1 or more' })
  @Max(30, { message: 'must be 30 or less' })
  INVITATION_DAYS = 7;
  /** After how many minutes without any request a browser's sign-in ends before its time. */
  @Transform(wholeNumber)
  @IsInt({ message: 'must be a whole number' })
  @Min(15, { message: 'must be 15 or more' })
  @Max(43_200, { message: 'must be 43200 or less' })
  SIGN_IN_IDLE_MINUTES = 120;

  /** True where the server is reached by https only: cookies are then never sent without it. */
  @Transform(yesOrNo)
  @IsBoolean({ message: 'must be true or false' })
  SECURE_COOKIES = false;

  /**
   * How people's browsers reach the server: passkeys are bound to it, and pages of no other origin may change anything.
   * Where unset, passkeys take http://localhost:PORT, and the origin must be the Host that the request names.
   */
  @IsOptional()
  @Matches(/^https?:\/\/[a-z0-9.-]+(:\d+)?\/?$/, { message: 'must be like https://quan-triet.example, without a path' })
  PUBLIC_URL?: string;

  /** The reverse proxies whose X-Forwarded-* headers tell the truth; of everybody else they are ignored. */
  @Transform(addressList)
  @ListsAddresses('must list the proxies by address or network, like 10.0.0.5,10.1.0.0/16')
  TRUST_PROXY: string[] = [];

  /** Seconds within which a whole request must have arrived; an upload over a slow line needs them. */
  @Transform(wholeNumber)
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be 1 or more' })
  @Max(3600, { message: 'must be 3600 or less' })
  REQUEST_SECONDS = 120;

  /** Requests a second that one account may make, over ten seconds; ten times as many from one address. 0: no limit. */
  @Transform(wholeNumber)
  @IsInt({ message: 'must be a whole number' })
  @Min(0, { message: 'must be 0 or more' })
  @Max(1_000_000, { message: 'must be 1000000 or less' })
  REQUESTS_PER_SECOND = 100;

  /** Largest file that may be stored, in MB. */
  @Transform(wholeNumber)
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be 1 or more' })
  @Max(100, { message: 'must be 100 or less' })
  UPLOAD_MEGABYTES = 20;

  /** The API's own pages at /api/docs: for those who develop, not for those who work. */
  @Transform(yesOrNo)
  @IsBoolean({ message: 'must be true or false' })
  API_DOCS = false;

  /** File with the keys of sealed fields; `keys.json` in DATA_DIR where unset. */
  @IsOptional()
  @IsString()
  FIELD_KEYS?: string;

  /** Folder with wording and layouts; the one that came with the product where unset. */
  @IsOptional()
  @IsString()
  REPORTS_DIR?: string;
}

/** Where the keys of sealed fields are kept. */
export const fieldKeysPath = ({ FIELD_KEYS, DATA_DIR }: Environment): string =>
  resolve(FIELD_KEYS ?? join(DATA_DIR, 'keys.json'));

/** Where people's browsers find the server; links and passkeys are made for it, never for what a request says. */
export const publicUrl = ({ PUBLIC_URL, PORT }: Environment): URL => new URL(PUBLIC_URL ?? `http://localhost:${PORT}`);

/** A reason not to start, said in one sentence for whoever started the process. */
export class StartError extends Error {}

const NODE_MAJOR = 24;

/**
 * An older Node.js would start and fail later, at the first call of what it lacks.
 * @throws StartError
 */
export function requireNode(version = process.versions.node): void {
  if (Number.parseInt(version, 10) >= NODE_MAJOR) return;
  throw new StartError(
    `Node.js ${NODE_MAJOR} or newer is needed, this is ${version}; "npm start" runs the one that npm ci installed.`,
  );
}

const names = [
  ...['PORT', 'HOST', 'DATA_DIR', 'DATABASE_URL', 'DATABASE_POOL', 'LOG_LEVEL', 'SIGN_IN_HOURS', 'SECURE_COOKIES'],
  ...['SIGN_IN_IDLE_MINUTES', 'INVITATION_DAYS', 'FIELD_KEYS'],
  ...['PUBLIC_URL', 'TRUST_PROXY', 'REQUEST_SECONDS', 'REQUESTS_PER_SECOND', 'UPLOAD_MEGABYTES', 'API_DOCS'],
  'REPORTS_DIR',
];

/**
 * @param variables as in process.env; names that are not ours are ignored, an empty value counts as unset
 * @throws StartError naming the first variable that is wrong, its value and what it must be
 */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(
    names.map((name) => [name, variables[name]] as const).filter(([, value]) => value !== undefined && value !== ''),
  );
  const environment = plainToInstance(Environment, given, { exposeDefaultValues: true });
  const [wrong] = validateSync(environment);
  if (wrong) {
    // Rules come in bottom up: the last one says what kind of value it is, and goes before its limits.
    const rule = Object.values(wrong.constraints ?? {}).at(-1);
    // An address may carry a password: its value is never repeated.
    const value = wrong.property === 'DATABASE_URL' ? '' : `, but is "${String(wrong.value)}"`;
    throw new StartError(`${wrong.property} ${rule ?? 'is wrong'}${value}.`);
  }
  return environment;
}

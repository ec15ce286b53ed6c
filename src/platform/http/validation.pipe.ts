import type { ArgumentMetadata, PipeTransform, Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import { DomainError } from '../errors/domain-error.js';
import { fieldErrors } from './validation-messages.js';

const options = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true };

/** What a handler may declare besides classes of ours: such values are for the pipes of their own parameters. */
const plainTypes: ReadonlySet<unknown> = new Set([String, Number, Boolean, Array, Object, Promise, undefined]);

/**
 * Bodies and queries are what their class says and nothing more; a field that is not offered is refused, not dropped.
 * Nest's own pipe waits for each of them, and for parameters that have no class; a door would pay for it with every mark.
 */
export class RulesPipe implements PipeTransform {
  constructor() {
    rememberRules();
  }

  /** @throws DomainError with all that is wrong */
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type === 'custom' || plainTypes.has(metatype)) return value;
    if (!isFields(value ?? {})) throw new DomainError('validation', 'invalid', 'Dữ liệu gửi lên không đúng dạng.');
    const input: object = plainToInstance(metatype as Type<object>, value ?? {});
    const found = validateSync(input, options);
    if (found.length > 0) throw refusalOf(found);
    return input;
  }
}

const isFields = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function refusalOf(found: ValidationError[]): DomainError {
  const errors = fieldErrors(found);
  const sentence = `Có ${errors.length} chỗ chưa đúng. Xin xem lại các trường được nêu.`;
  return new DomainError('validation', 'invalid', sentence, { errors });
}

type Rules = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>;

/**
 * class-validator looks for the rules of a body among those of all classes there are, anew for each body. Once every
 * module is loaded, they stay what they are.
 */
function rememberRules(): void {
  const storage = getMetadataStorage();
  if (Object.hasOwn(storage, 'getTargetValidationMetadatas')) return;
  const [gather, group] = [
    storage.getTargetValidationMetadatas.bind(storage),
    storage.groupByPropertyName.bind(storage),
  ];
  const ofClass = new WeakMap<object, Rules>();
  const byProperty = new WeakMap<Rules, ReturnType<typeof group>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    if (groups?.length) return gather(target, schema, always, strictGroups, groups);
    return remembered(ofClass, target, () => gather(target, schema, always, strictGroups, groups));
  };
  storage.groupByPropertyName = (rules) => remembered(byProperty, rules, () => group(rules));
}

function remembered<Key extends object, Value>(values: WeakMap<Key, Value>, key: Key, make: () => Value): Value {
  const value = values.get(key) ?? make();
  values.set(key, value);
  return value;
}

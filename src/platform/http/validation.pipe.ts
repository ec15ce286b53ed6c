import { ValidationPipe } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import { DomainError } from '../errors/domain-error.js';
import { fieldErrors } from './validation-messages.js';

/** Bodies and queries are what their class says and nothing more; a field that is not offered is refused, not dropped. */
export function validationPipe(): ValidationPipe {
  rememberRules();
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    exceptionFactory: (found) => {
      const errors = fieldErrors(found);
      const sentence = `Có ${errors.length} chỗ chưa đúng. Xin xem lại các trường được nêu.`;
      return new DomainError('validation', 'invalid', sentence, { errors });
    },
  });
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

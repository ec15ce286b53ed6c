import { DefaultNamingStrategy } from 'typeorm';

const snake = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** Classes and fields in camel case are tables and columns in snake case, as the hand-written migrations name them. */
export class Naming extends DefaultNamingStrategy {
  override tableName(className: string, given: string | undefined): string {
    return given ?? snake(className);
  }

  override columnName(field: string, given: string | undefined, prefixes: string[]): string {
    return snake([...prefixes, given ?? field].join('_'));
  }
}

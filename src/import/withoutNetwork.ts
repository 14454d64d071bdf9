// Nothing that a file names is fetched: here nothing can.
for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource']) {
  Object.defineProperty(globalThis, name, { value: undefined, configurable: true });
}
// By this one libraries tell a worker from a window, so it stays and refuses.
if ('importScripts' in globalThis) {
  const refuse = () => {
    throw new Error('a file that is imported loads nothing');
  };
  Object.defineProperty(globalThis, 'importScripts', { value: refuse, configurable: true });
}

export {};

// Nothing that a file names is fetched: here nothing can.
for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'importScripts']) {
  Object.defineProperty(globalThis, name, { value: undefined, configurable: true });
}

export {};

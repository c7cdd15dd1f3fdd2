// Removes what thin runtimes such as React Native's Hermes lack. Loaded before the program.
for (const name of ['DOMException', 'structuredClone', 'indexedDB', 'navigator', 'BroadcastChannel']) {
  delete globalThis[name]
}
delete AbortSignal.prototype.throwIfAborted
delete AbortSignal.prototype.reason
delete AbortSignal.any
delete AbortSignal.timeout
delete AbortSignal.abort
const { crypto } = globalThis
Object.defineProperty(globalThis, 'crypto', {
  value: { getRandomValues: (array) => crypto.getRandomValues(array) },
})

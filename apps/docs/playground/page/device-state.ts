/** Makes the browser report that the device is offline, as it does without a network. */
export function setDeviceOffline(isOffline: boolean): void {
  if (isOffline === !navigator.onLine) return
  if (isOffline) Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false })
  else Reflect.deleteProperty(navigator, 'onLine')
  dispatchEvent(new Event(isOffline ? 'offline' : 'online'))
}

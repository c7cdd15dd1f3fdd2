import type { App } from './use-app.js'

/** Dispatches a drag event of a text file, as the browser does. */
export const dispatchDrag = async ({ zone }: App, type: string): Promise<void> =>
  zone.evaluate((element, name) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['dropped'], 'dropped.txt', { type: 'text/plain' }))
    element.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }))
  }, type)

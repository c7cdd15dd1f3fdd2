import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'

/** React 18 warns about `useLayoutEffect` on the server. */
export const useBrowserLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect

/** Returns a ref to the value of the latest committed render, for callbacks that outlive a render. */
export function useLatest<T>(value: T): Readonly<RefObject<T>> {
  const latest = useRef(value)
  useBrowserLayoutEffect(() => {
    latest.current = value
  })
  return latest
}

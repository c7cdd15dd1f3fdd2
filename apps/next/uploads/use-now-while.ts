import { useEffect, useState } from 'react'

/** Returns the time in Unix **milliseconds**, updated every second while `isRunning`. */
export function useNowWhile(isRunning: boolean): number {
  const [nowMs, setNowMs] = useState(() => Date.now())
  useEffect(() => {
    if (!isRunning) return
    const update = (): void => {
      setNowMs(Date.now())
    }
    update()
    const timer = setInterval(update, 1000)
    return () => {
      clearInterval(timer)
    }
  }, [isRunning])
  return nowMs
}

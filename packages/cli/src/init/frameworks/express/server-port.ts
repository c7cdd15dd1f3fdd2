const DEFAULT_PORT = 3000

/** Finds the port on which a server listens: a number in `listen(…)`, in the default of `PORT`, or in a constant. */
export function serverPort(text: string): number {
  const found =
    /\.listen\(\s*(?:\{\s*port:\s*)?(?<port>\d{2,5})\b/.exec(text) ??
    /\bPORT['"]?\]?\s*\)?\s*(?:\|\||\?\?|,)\s*['"]?(?<port>\d{2,5})\b/.exec(text) ??
    /\b(?:const|let|var)\s+port\s*(?::\s*number\s*)?=\s*(?<port>\d{2,5})\b/i.exec(text)
  return Number(found?.groups?.['port'] ?? DEFAULT_PORT)
}

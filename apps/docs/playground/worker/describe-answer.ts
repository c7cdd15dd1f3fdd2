import { maskCredentials } from './mask-credentials.js'

const LONGEST_TEXT = 400

/** Describes an answer by its status and its text. The Upload API reports errors under 200, in `error.status_code`. */
export async function describeAnswer(response: Response): Promise<{ status: number; lines: string[] }> {
  const retryAfter = response.headers.get('retry-after')
  const waiting = retryAfter === null ? [] : [`Retry-After: ${retryAfter}`]
  const type = response.headers.get('content-type') ?? ''
  if (!/json|text\/plain|xml/.test(type)) return { status: response.status, lines: waiting }
  const text = await response.text()
  const { error } = parseAnswer(text)
  return {
    status: error?.status_code ?? response.status,
    lines: [...waiting, ...shorten(maskCredentials(text))],
  }
}

interface Answer {
  error?: { status_code?: number }
}

function parseAnswer(text: string): Answer {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

const shorten = (text: string): string[] => {
  if (text === '') return []
  return [text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text]
}

/** A difference between a recording and the emulator that is intended. */
export interface IntendedDifference {
  /** The indexes of recordings; all if missing. */
  readonly recordings?: readonly number[]
  /** The place in the response, such as `status`, `header warning` or `body.error.content`. */
  readonly place: RegExp
  readonly reason: string
}

/** Recordings that cannot be replayed. */
export const LEFT_OUT: Readonly<Record<number, string>> = {
  37: 'a page of the website for an invalid URL',
  45: 'edited by hand: the request is too small for the recorded response',
  46: 'edited by hand: the type is JSON, the body is text',
  63: 'a page of the website for an invalid URL',
  77: 'edited by hand: the type is text, the body is JSON',
  84: 'a missing file on the disk of the client: no request was sent',
}

/** The newest recording wins; without a recording after 2022, the OpenAPI description does. */
export const INTENDED_DIFFERENCES: readonly IntendedDifference[] = [
  {
    place: /^body\.(?:.+\.)?(?:error_code|content_info|metadata|video_info|color_mode|sequence) is added$/,
    reason: 'recordings before 2022 are older than these keys',
  },
  {
    place: /^header warning is missing$/,
    reason:
      'recorded for every request in November 2025 and for none in 2026; the emulator warns about unsigned uploads',
  },
  {
    recordings: [43],
    place: /^body\.error\.(?:status_code|content)$/,
    reason: '2020; the OpenAPI description has UUIDInvalidError for a value that is not a UUID',
  },
  {
    recordings: [44],
    place: /^body\.error\.content$/,
    reason: "2020; Uploadcare's contract test of 2026 has 10000000 bytes",
  },
  {
    recordings: [52, 53],
    place: /^body\.(?:done|total)$/,
    reason: '2020; numbers in the OpenAPI description',
  },
  {
    recordings: [56],
    place: /^body\.error$/,
    reason: '2020; the OpenAPI description has another text for the same failure',
  },
  {
    recordings: [82],
    place: /^body\.datetime_stored$/,
    reason: 'a group of 2013; Uploadcare no longer stores groups',
  },
]

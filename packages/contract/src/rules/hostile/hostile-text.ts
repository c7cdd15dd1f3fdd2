import fc from 'fast-check'

/** Part of every hostile text, so that an answer that repeats one is detected. */
export const MARK = 'MARK'

const TRICKS = [
  ...['null', '*', 'undefined', 'NaN', '__proto__', 'constructor', '{}', '[]', '%00', '%zz', '${7*7}'],
  ...['http://', 'http://[', '//', '../../etc/passwd', "' OR 1=1 --", '<script>', '😀'],
]

/** A header value that can be sent. */
export const hostileHeaderValue = fc
  .oneof(
    fc.constantFrom(...TRICKS.filter((trick) => /^[ -~]*$/.test(trick))),
    fc.webUrl(),
    fc.stringMatching(/^[!-~\xa1-\xff]{0,60}$/),
  )
  .map((value) => `${value}${MARK}`)

/** Arbitrary text, short or long. */
export const hostileText = fc
  .oneof(
    fc.constantFrom(...TRICKS),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.nat({ max: 800 }).map((times) => 'long '.repeat(times)),
  )
  .map((text) => `${text}${MARK}`)

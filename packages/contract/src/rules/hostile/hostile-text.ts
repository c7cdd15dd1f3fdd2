import fc from 'fast-check'

/** Is in all that is hostile, and would show if any of it came back in a body. */
export const MARK = 'MARK'

const TRICKS = [
  ...['null', '*', 'undefined', 'NaN', '__proto__', 'constructor', '{}', '[]', '%00', '%zz', '${7*7}'],
  ...['http://', 'http://[', '//', '../../etc/passwd', "' OR 1=1 --", '<script>', '😀'],
]

/** What a header can hold on the wire; a proxy stops the rest. */
export const hostileHeaderValue = fc
  .oneof(
    fc.constantFrom(...TRICKS.filter((trick) => /^[ -~]*$/.test(trick))),
    fc.webUrl(),
    fc.stringMatching(/^[!-~\xa1-\xff]{0,60}$/),
  )
  .map((value) => `${value}${MARK}`)

/** Any text that there is, long ones too. */
export const hostileText = fc
  .oneof(
    fc.constantFrom(...TRICKS),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.nat({ max: 800 }).map((times) => 'long '.repeat(times)),
  )
  .map((text) => `${text}${MARK}`)

/** The parts of a file name. Truncation shortens `start` only. */
export interface FileNameParts {
  start: string
  /** The last characters before the extension: an ellipsis before its dot would look like four dots. */
  end: string
  /** With its dot. `''` without one. */
  extension: string
}

/** Splits a file name, so that truncation keeps its end: "annual rep", "ort" and ".pdf". */
export function splitFileName(name: string): FileNameParts {
  const extension = /(?<=.)\.[^.\s]{1,7}$/su.exec(name)?.[0] ?? ''
  const stem = name.slice(0, name.length - extension.length)
  const end = END.exec(stem)?.[0] ?? ''
  return { start: stem.slice(0, stem.length - end.length), end, extension }
}

/** Up to four characters with their accents, variants and joined emoji. */
const END = /(?:.(?:[\p{M}\p{Emoji_Modifier}]|\u200D.)*){1,4}$/su

/**
 * Returns a text to display, without the characters that change the direction of the text after them. With them, a program can
 * look like an image: "photo\u202Egnp.exe" like "photoexe.png".
 */
export const displayText = (text: string): string =>
  text.replace(/\p{Bidi_Control}/gu, '').replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')

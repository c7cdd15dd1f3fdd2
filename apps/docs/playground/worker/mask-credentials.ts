const SIGNATURE = /[0-9a-f]{64}/g
const JWT = /eyJ[\w-]+\.[\w-]+\.[\w-]+/g
const SHOWN_DIGITS = 8

/** Shortens every signature and auth token in a text, so that none can be copied from the page. */
export const maskCredentials = (text: string): string =>
  text
    .replaceAll(SIGNATURE, (signature) => `${signature.slice(0, SHOWN_DIGITS)}…`)
    .replaceAll(JWT, (token) => `${token.slice(0, SHOWN_DIGITS)}…`)

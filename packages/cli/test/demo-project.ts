/** A project of the emulator, with keys in Uploadcare's format. */
export const PUBLIC_KEY = 'b21cd9b1d0a2f7a1e5c3'
export const SECRET_KEY = '7f3e9a1c5b8d2046ef17'

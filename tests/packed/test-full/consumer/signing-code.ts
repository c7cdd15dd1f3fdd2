/** What is in every bundle that can sign, however it is minified: the names that WebCrypto takes. */
export const SIGNING_CODE = /HMAC|importKey/

/** Matches any bundle that can sign, because minifiers keep the names of the WebCrypto API. */
export const SIGNING_CODE = /HMAC|importKey/

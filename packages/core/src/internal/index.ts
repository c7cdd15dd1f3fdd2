// For the other packages of this repository. Not part of the public API: a patch release can change or remove it.
export { UPLOAD_SCOPE } from '../auth-token/upload-scope.js'
export { assertLifetime } from '../expiry/assert-lifetime.js'
export { assertOptions } from '../options/assert-options.js'
export { assertNotPublicKey } from '../secret/assert-not-public-key.js'
export { assertSecret } from '../secret/assert-secret.js'
export { assertMetadata } from '../upload-receipt/hash-metadata.js'
export { assertRouteName } from '../upload-receipt/upload-route.js'
export { checkSignatureForm } from '../webhook/check-signature-form.js'

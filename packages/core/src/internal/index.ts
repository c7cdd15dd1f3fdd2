// For the other packages of this repository. No part of the public API: a patch release may change or remove it.
export { assertLifetime } from '../expiry/assert-lifetime.js'
export { assertNotPublicKey } from '../upload-receipt/assert-not-public-key.js'
